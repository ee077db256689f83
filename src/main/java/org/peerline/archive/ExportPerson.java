package org.peerline.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.PersonalDataKeeper.Words;

/** Puts together everything that is held about somebody. Runs in the caller's transaction, which records that it did. */
@ApplicationScoped
public class ExportPerson {
    private final Keepers keepers;
    private final WhoHasSeen whoHasSeen;
    private final Audit audit;
    private final TimeSource time;

    ExportPerson(Keepers keepers, WhoHasSeen whoHasSeen, Audit audit, TimeSource time) {
        this.keepers = keepers;
        this.whoHasSeen = whoHasSeen;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Empty when nobody of this kind and id is known.
     *
     * @param entries all of one person
     */
    public Optional<Dossier> export(List<Subject> entries, Words words, Reason reason, Actor by) {
        List<Person> people = keepers.find(entries);
        if (people.isEmpty()) {
            return Optional.empty();
        }
        String what = words == Words.TOLD ? "PERSON_EXPORTED_WITH_WORDS" : "PERSON_EXPORTED";
        people.forEach(person -> audit.record(by, what, person.subject(), null, reason.name()));
        return Optional.of(
                new Dossier(people.stream().map(Person::subject).toList(), time.now(), parts(people, words)));
    }

    private List<Dossier.Part> parts(List<Person> people, Words words) {
        var parts = new ArrayList<Dossier.Part>();
        for (PersonalDataKeeper room : keepers.inOrder()) {
            if (!room.tables().isEmpty()) {
                parts.add(new Dossier.Part(
                        room.heading(),
                        people.stream()
                                .flatMap(person -> room.export(person, words).stream())
                                .toList()));
            }
        }
        Collections.reverse(parts);
        parts.add(new Dossier.Part(
                "Who has seen or changed your details",
                people.stream()
                        .flatMap(person -> whoHasSeen.of(person).stream())
                        .sorted(Comparator.comparing(WhoHasSeen.Seen::at))
                        .map(seen -> new HeldRecord().with("when", seen.at()).with("what", seen.sentence()))
                        .toList()));
        return parts;
    }
}
