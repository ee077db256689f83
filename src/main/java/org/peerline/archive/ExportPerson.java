package org.peerline.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
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

    /** Empty when nobody of this kind and id is known. */
    public Optional<Dossier> export(Subject subject, Words words, Reason reason, Actor by) {
        return keepers.find(subject).map(person -> {
            audit.record(
                    by,
                    words == Words.TOLD ? "PERSON_EXPORTED_WITH_WORDS" : "PERSON_EXPORTED",
                    subject,
                    null,
                    reason.name());
            return new Dossier(subject, time.now(), parts(person, words));
        });
    }

    private List<Dossier.Part> parts(Person person, Words words) {
        var parts = new ArrayList<Dossier.Part>();
        for (PersonalDataKeeper room : keepers.inOrder()) {
            if (room.tables().isEmpty()) {
                continue;
            }
            parts.add(new Dossier.Part(room.heading(), room.export(person, words)));
        }
        Collections.reverse(parts);
        parts.add(new Dossier.Part(
                "Who has seen or changed your details",
                whoHasSeen.of(person).stream()
                        .map(seen -> new HeldRecord().with("when", seen.at()).with("what", seen.sentence()))
                        .toList()));
        return parts;
    }
}
