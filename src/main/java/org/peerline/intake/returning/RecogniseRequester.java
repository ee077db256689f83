package org.peerline.intake.returning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.choosing.EarlierPeer;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.requests.Requesters;

/**
 * Whether somebody has been here before, and could ask for the peer they had. Nothing else is ever answered: not when, not
 * how often, not with whom. Runs in the caller's transaction.
 */
@ApplicationScoped
public class RecogniseRequester {
    private static final String KNOWN = "select id from requester where identity_key = ?";

    private final Jdbi jdbi;
    private final Requesters requesters;
    private final EarlierPeer earlierPeer;
    private final Audit audit;

    RecogniseRequester(Jdbi jdbi, Requesters requesters, EarlierPeer earlierPeer, Audit audit) {
        this.jdbi = jdbi;
        this.requesters = requesters;
        this.earlierPeer = earlierPeer;
        this.audit = audit;
    }

    /**
     * What may be said.
     *
     * @param samePeerPossible the peer they had last takes part and may be wished for; whether they have room is seen then
     * @param samePeerFree they could be given at this moment
     */
    public record Recognition(boolean known, boolean samePeerPossible, boolean samePeerFree) {}

    /**
     * By what a caller says of themselves on the phone.
     *
     * @param asking as the audit names whoever asks; the question is on record with whom it found, or without
     */
    public Recognition by(String name, LocalDate dateOfBirth, Actor asking, Subject asker) {
        List<UUID> known = known(requesters.identityKey(name, dateOfBirth));
        if (known.isEmpty()) {
            audit.record(asking, "REQUESTER_NOT_RECOGNISED", asker, null);
        }
        audit.recordReads(asking, "REQUESTER_RECOGNISED", Subject.Kind.REQUESTER, known);
        return recognition(known);
    }

    private List<UUID> known(String identityKey) {
        return jdbi.withHandle(
                handle -> handle.select(KNOWN, identityKey).mapTo(UUID.class).list());
    }

    private Recognition recognition(List<UUID> known) {
        List<EarlierPeer.Last> last =
                known.stream().flatMap(id -> earlierPeer.of(id).stream()).toList();
        return new Recognition(
                !known.isEmpty(),
                last.stream().anyMatch(EarlierPeer.Last::takesPart),
                last.stream().anyMatch(EarlierPeer.Last::free));
    }
}
