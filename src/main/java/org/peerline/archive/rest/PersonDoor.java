package org.peerline.archive.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.access.CurrentActor;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.archive.Dossier;
import org.peerline.archive.ErasePerson;
import org.peerline.archive.ExportPerson;
import org.peerline.archive.Keepers;
import org.peerline.archive.LegalHolds;
import org.peerline.archive.Reason;
import org.peerline.archive.WhoHasSeen;
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
    private final Keepers keepers;
    private final CurrentActor current;
    private final Audit audit;
    private final ZoneId zone;

    PersonDoor(
            ExportPerson exportPerson,
            ErasePerson erasePerson,
            LegalHolds holds,
            WhoHasSeen whoHasSeen,
            Keepers keepers,
            CurrentActor current,
            Audit audit,
            @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.exportPerson = exportPerson;
        this.erasePerson = erasePerson;
        this.holds = holds;
        this.whoHasSeen = whoHasSeen;
        this.keepers = keepers;
        this.current = current;
        this.audit = audit;
        this.zone = zone;
    }

    Response export(Subject person, String reason, String words) {
        return Response.ok(DossierView.of(dossier(person, reason, words))).build();
    }

    Response page(Subject person, String reason, String words) {
        return Response.ok(DossierPage.of(dossier(person, reason, words), zone)).build();
    }

    private Dossier dossier(Subject person, String reason, String words) {
        if (words != null && !words.equals("INCLUDE") && !words.equals("LEAVE_OUT")) {
            throw BadInput.of("words", "Must be one of INCLUDE, LEAVE_OUT.");
        }
        return exportPerson
                .export(person, "INCLUDE".equals(words) ? Words.TOLD : Words.COUNTED, reason(reason), current.actor())
                .orElseThrow(NotFound::new);
    }

    Response erase(Subject person, String reason) {
        var outcome = erasePerson.erase(person, reason(reason), current.actor());
        if (outcome instanceof ErasePerson.Outcome.Refused refused) {
            throw new Conflict(refused.why());
        }
        if (outcome instanceof ErasePerson.Outcome.Erased erased) {
            return Response.ok(new ErasureReceipt(erased.receipt(), person.id(), erased.at(), erased.removed()))
                    .build();
        }
        throw new NotFound();
    }

    SeenList seen(Subject person) {
        var known = keepers.find(person).orElseThrow(NotFound::new);
        audit.record(current.actor(), "TRAIL_READ", person, null);
        return new SeenList(whoHasSeen.of(known).stream().map(SeenView::of).toList());
    }

    void hold(Subject person, String reason) {
        if (!holds.place(person, reason(reason), current.actor())) {
            throw new NotFound();
        }
    }

    void lift(Subject person) {
        if (keepers.find(person).isEmpty()) {
            throw new NotFound();
        }
        holds.lift(person, current.actor());
    }

    private static Reason reason(String written) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(written))
                .findFirst()
                .orElseThrow(() -> BadInput.of(
                        "reason",
                        "Say why: one of "
                                + Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.joining(", "))
                                + "."));
    }
}
