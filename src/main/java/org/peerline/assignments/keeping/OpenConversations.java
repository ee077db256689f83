package org.peerline.assignments.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.ending.LeaveForGood;
import org.peerline.audit.Actor;
import org.peerline.core.Refusal;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionDuty;

/**
 * Ends what is open before anything of a person is cleared: an open request ends with its requester's erasure, and a
 * peer's erasure waits until their requests are with others.
 */
@ApplicationScoped
class OpenConversations implements PersonalDataKeeper {
    private final Jdbi jdbi;
    private final LeaveForGood leaveForGood;
    private final LongOpenRequests longOpen;

    OpenConversations(Jdbi jdbi, LeaveForGood leaveForGood, LongOpenRequests longOpen) {
        this.jdbi = jdbi;
        this.leaveForGood = leaveForGood;
        this.longOpen = longOpen;
    }

    @Override
    public String heading() {
        return "Conversations that are open";
    }

    /** What is open is told with everything else of the room. */
    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public int place() {
        return 5;
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return List.of();
    }

    @Override
    public Optional<Refusal> obstacle(Person person) {
        if (person.isPeer()) {
            lock(person);
        }
        boolean open = person.isPeer()
                && jdbi.withHandle(handle -> handle.select(
                                "select exists (select 1 from assignment where peer_id = ? and status = 'OPEN')",
                                person.id())
                        .mapTo(Boolean.class)
                        .one());
        return open
                ? Optional.of(new Refusal(
                        "open_assignments", "The peer has open assignments; give those requests to other peers first."))
                : Optional.empty();
    }

    /** Whoever is giving them a request at this moment is waited for; whoever comes later finds them gone. */
    private void lock(Person peer) {
        jdbi.useHandle(handle -> handle.select("select 1 from peer where id = ? for update", peer.id())
                .mapTo(Integer.class)
                .findFirst());
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        return person.isRequester() ? Map.of("open_requests_closed", leaveForGood.leave(person.id(), by)) : Map.of();
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(longOpen);
    }
}
