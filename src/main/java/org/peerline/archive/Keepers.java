package org.peerline.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerline.core.Subject;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;

/** Every room that holds personal data, in the order of erasure. */
@ApplicationScoped
public class Keepers {
    private final Instance<PersonalDataKeeper> rooms;

    Keepers(Instance<PersonalDataKeeper> rooms) {
        this.rooms = rooms;
    }

    public List<PersonalDataKeeper> inOrder() {
        return rooms.stream()
                .sorted(Comparator.comparingInt(PersonalDataKeeper::place).thenComparing(PersonalDataKeeper::heading))
                .toList();
    }

    /** Somebody whom the rooms still know; empty when there is none such, or they have been forgotten. */
    public Optional<Person> find(Subject subject) {
        if (inOrder().stream().noneMatch(room -> room.knows(subject))) {
            return Optional.empty();
        }
        Set<String> handsets = new HashSet<>();
        inOrder().forEach(room -> handsets.addAll(room.handsetsOf(subject.id())));
        return Optional.of(new Person(subject, handsets));
    }

    /** The ids under which the audit may speak of the person. */
    public Set<UUID> traces(Person person) {
        Set<UUID> traces = new HashSet<>();
        traces.add(person.id());
        inOrder().forEach(room -> traces.addAll(room.traces(person)));
        return traces;
    }
}
