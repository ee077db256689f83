package org.peerline.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerline.core.Subject;
import org.peerline.privacy.keeping.OtherEntry;
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
        return find(List.of(subject)).stream().findFirst();
    }

    /**
     * The entries of one person that the rooms still know. Their handsets are with the first of them, so that what is found
     * by handset is found once.
     */
    public List<Person> find(List<Subject> entries) {
        List<Subject> known = entries.stream()
                .filter(entry -> inOrder().stream().anyMatch(room -> room.knows(entry)))
                .toList();
        Set<String> handsets = new HashSet<>();
        List<UUID> ids = known.stream().map(Subject::id).toList();
        inOrder().forEach(room -> handsets.addAll(room.handsetsOf(ids)));
        var people = new ArrayList<Person>();
        for (Subject entry : known) {
            people.add(new Person(entry, people.isEmpty() ? handsets : Set.of()));
        }
        return people;
    }

    /** Entries that may be the same person's. */
    public List<OtherEntry> alike(Subject person) {
        return inOrder().stream().flatMap(room -> room.alike(person).stream()).toList();
    }

    /** The ids under which the audit may speak of the person. */
    public Set<UUID> traces(Person person) {
        Set<UUID> traces = new HashSet<>();
        traces.add(person.id());
        inOrder().forEach(room -> traces.addAll(room.traces(person)));
        return traces;
    }
}
