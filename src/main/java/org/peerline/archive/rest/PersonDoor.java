package org.peerline.archive.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.access.CurrentActor;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.archive.Dossier;
import org.peerline.archive.ExportPerson;
import org.peerline.archive.Keepers;
import org.peerline.archive.LegalHolds;
import org.peerline.archive.Reason;
import org.peerline.archive.WhoHasSeen;
import org.peerline.archive.WholePerson;
import org.peerline.archive.erasure.ErasePerson;
import org.peerline.archive.erasure.Erasure;
import org.peerline.archive.erasure.rest.ErasureReceipt;
import org.peerline.archive.rest.entries.OtherEntryList;
import org.peerline.archive.rest.entries.OtherEntryView;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.privacy.keeping.PersonalDataKeeper.Words;

/** What the doors for requesters and for peers have in common. */
@Singleton
class PersonDoor {
    private final ExportPerson exportPerson;
    private final ErasePerson erasePerson;
    private final LegalHolds holds;
    private final WhoHasSeen whoHasSeen;
    private final WholePerson wholePerson;
    private final Keepers keepers;
    private final CurrentActor current;
    private final Audit audit;
    private final ZoneId zone;

    PersonDoor(
            ExportPerson exportPerson,
            ErasePerson erasePerson,
            LegalHolds holds,
            WhoHasSeen whoHasSeen,
            WholePerson wholePerson,
            Keepers keepers,
            CurrentActor current,
            Audit audit,
            @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.exportPerson = exportPerson;
        this.erasePerson = erasePerson;
        this.holds = holds;
        this.whoHasSeen = whoHasSeen;
        this.wholePerson = wholePerson;
        this.keepers = keepers;
        this.current = current;
        this.audit = audit;
        this.zone = zone;
    }

    Response export(Subject person, CopyParameters copy) {
        return Response.ok(DossierView.of(dossier(person, copy))).build();
    }

    Response page(Subject person, CopyParameters copy) {
        return Response.ok(DossierPage.of(dossier(person, copy), zone)).build();
    }

    /** What a peer takes by themselves. */
    Response export(Subject person) {
        return Response.ok(DossierView.of(dossier(wholePerson.certain(person), Words.TOLD, Reason.SUBJECT_REQUEST)))
                .build();
    }

    private Dossier dossier(Subject person, CopyParameters copy) {
        if (copy.words != null && !copy.words.equals("INCLUDE") && !copy.words.equals("LEAVE_OUT")) {
            throw BadInput.of("words", "Must be one of INCLUDE, LEAVE_OUT.");
        }
        Reason why = AskedReason.read(copy.reason);
        return dossier(whole(person, copy.also), "INCLUDE".equals(copy.words) ? Words.TOLD : Words.COUNTED, why);
    }

    private Dossier dossier(List<Subject> entries, Words words, Reason why) {
        return exportPerson.export(entries, words, why, current.actor()).orElseThrow(NotFound::new);
    }

    Response erase(Subject person, PersonParameters asked) {
        Reason why = AskedReason.read(asked.reason);
        var outcome = erasePerson.erase(whole(person, asked.also), why, current.actor());
        if (outcome instanceof ErasePerson.Outcome.Refused refused) {
            throw new Conflict(refused.why());
        }
        if (outcome instanceof ErasePerson.Outcome.Erased erased) {
            List<Erasure> receipts = erased.receipts();
            return Response.ok(ErasureReceipt.of(receipts.get(0), receipts.subList(1, receipts.size())))
                    .build();
        }
        throw new NotFound();
    }

    OtherEntryList otherEntries(Subject person) {
        return new OtherEntryList(wholePerson.alike(person, current.actor()).orElseThrow(NotFound::new).stream()
                .map(OtherEntryView::of)
                .toList());
    }

    SeenList seen(Subject person) {
        var known = keepers.find(person).orElseThrow(NotFound::new);
        audit.record(current.actor(), "TRAIL_READ", person, null);
        return new SeenList(whoHasSeen.of(known).stream().map(SeenView::of).toList());
    }

    void hold(Subject person, PersonParameters asked) {
        Reason why = AskedReason.read(asked.reason);
        if (!holds.place(whole(person, asked.also), why, current.actor())) {
            throw new NotFound();
        }
    }

    void lift(Subject person) {
        if (keepers.find(person).isEmpty()) {
            throw new NotFound();
        }
        holds.lift(person, current.actor());
    }

    private List<Subject> whole(Subject person, List<String> also) {
        var said = wholePerson.read(person, also == null ? List.of() : also);
        if (said instanceof WholePerson.Said.These these) {
            return these.entries();
        }
        if (said instanceof WholePerson.Said.Unsaid unsaid) {
            throw new Conflict(unsaid.why());
        }
        if (said instanceof WholePerson.Said.Wrong) {
            throw BadInput.of("also", "Must be ids of entries that may be the same person's, or NOBODY alone.");
        }
        throw new NotFound();
    }
}
