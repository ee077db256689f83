package org.peerline.intake.returning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.choosing.Searches;
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

    // Whoever has retired, or was parted from them for good, cannot be asked for.
    private static final String EARLIER_PEER = """
            select exists (select 1 from requester r
                join peer p on p.status <> 'RETIRED' and p.id = %s
                where r.id = any(:known))
            """.formatted(Searches.lastPeerOf("r.identity_key", "r.number_key"));

    private final Jdbi jdbi;
    private final Requesters requesters;
    private final Audit audit;

    RecogniseRequester(Jdbi jdbi, Requesters requesters, Audit audit) {
        this.jdbi = jdbi;
        this.requesters = requesters;
        this.audit = audit;
    }

    /**
     * What may be said.
     *
     * @param samePeerPossible the peer they had last takes part and may be wished for; whether they have room is seen then
     */
    public record Recognition(boolean known, boolean samePeerPossible) {}

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
        boolean earlierPeer = !known.isEmpty()
                && jdbi.withHandle(handle -> handle.createQuery(EARLIER_PEER)
                        .bind("known", known.toArray(UUID[]::new))
                        .mapTo(Boolean.class)
                        .one());
        return new Recognition(!known.isEmpty(), earlierPeer);
    }
}
