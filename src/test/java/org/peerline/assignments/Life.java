package org.peerline.assignments;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.ending.AskForAnotherPeer;
import org.peerline.assignments.ending.CloseRequest;
import org.peerline.assignments.ending.PassRequest;
import org.peerline.assignments.waiting.WaitingList;
import org.peerline.audit.Actor;
import org.peerline.core.DueWork;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.intake.OpenRequest;
import org.peerline.peers.ChangePeer;
import org.peerline.peers.ImportPeers;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerFreed;
import org.peerline.peers.PeerStatus;
import org.peerline.peers.Peers;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.privacy.BlindIndex;
import org.peerline.requests.Outcome;
import org.peerline.requests.Plea;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest.OpenedThrough;
import org.peerline.requests.profile.RequesterProfile;
import org.peerline.sms.optout.OptOuts;

/** What can happen to requests and peers, each as one transaction, as the doors would do it. */
@ApplicationScoped
class Life {
    // Whatever happens at once: nobody has more than one peer, or none and is not waiting, and every place is accounted
    // for.
    private static final String BROKEN = """
            select 'request ' || r.id || ' is ' || r.status || ' with ' || count(a.id) || ' open assignments'
            from support_request r left join assignment a on a.request_id = r.id and a.status = 'OPEN'
            group by r.id
            having count(a.id) <> case when r.status in ('WAITING', 'CLOSED') then 0 else 1 end
            union all
            select 'peer ' || p.id || ' counts ' || p.open_assignments || ' of ' || p.capacity || ', has ' || count(a.id)
            from peer p left join assignment a on a.peer_id = p.id and a.status = 'OPEN'
            group by p.id
            having p.open_assignments <> count(a.id) or count(a.id) > p.capacity
            union all
            select 'peer ' || p.id || ' counts another caseload'
            from peer p
            where p.recent <> array(select a.assigned_at from assignment a where a.peer_id = p.id and a.counts
                                    order by a.assigned_at)
               or p.last_assigned_at is distinct from
                  (select max(a.assigned_at) from assignment a where a.peer_id = p.id and a.counts)
            union all
            select 'handset stands for two on ' || relay_number from relay_place where released_at is null
            group by relay_number, number_key having count(*) > 1
            """;

    private final OpenRequest openRequest;
    private final Requests requests;
    private final Assignments assignments;
    private final Conversations conversations;
    private final PassRequest passRequest;
    private final AskForAnotherPeer askForAnotherPeer;
    private final CloseRequest closeRequest;
    private final FirstContact firstContact;
    private final WaitingList waitingList;
    private final Peers peers;
    private final ChangePeer changePeer;
    private final ImportPeers importPeers;
    private final OptOuts optOuts;
    private final BlindIndex blindIndex;
    private final Event<PeerFreed> freed;
    private final Instance<DueWork> works;
    private final TimeSource time;
    private final Jdbi jdbi;

    Life(
            OpenRequest openRequest,
            Requests requests,
            Assignments assignments,
            Conversations conversations,
            PassRequest passRequest,
            AskForAnotherPeer askForAnotherPeer,
            CloseRequest closeRequest,
            FirstContact firstContact,
            WaitingList waitingList,
            Peers peers,
            ChangePeer changePeer,
            ImportPeers importPeers,
            OptOuts optOuts,
            BlindIndex blindIndex,
            Event<PeerFreed> freed,
            Instance<DueWork> works,
            TimeSource time,
            Jdbi jdbi) {
        this.openRequest = openRequest;
        this.requests = requests;
        this.assignments = assignments;
        this.conversations = conversations;
        this.passRequest = passRequest;
        this.askForAnotherPeer = askForAnotherPeer;
        this.closeRequest = closeRequest;
        this.firstContact = firstContact;
        this.waitingList = waitingList;
        this.peers = peers;
        this.changePeer = changePeer;
        this.importPeers = importPeers;
        this.optOuts = optOuts;
        this.blindIndex = blindIndex;
        this.freed = freed;
        this.works = works;
        this.time = time;
        this.jdbi = jdbi;
    }

    UUID open(RequesterProfile who, Plea plea) {
        waitingList.serveBeforeSomebodyNew();
        return QuarkusTransaction.requiringNew()
                .call(() -> ((OpenRequest.Outcome.Opened) openRequest.open(who, plea, OpenedThrough.API, Actor.SERVICE))
                        .request()
                        .id());
    }

    void pass(UUID request) {
        withOpen(request, conversation -> passRequest.pass(conversation));
    }

    void change(UUID request) {
        withOpen(request, conversation -> askForAnotherPeer.change(conversation));
    }

    void firstText(UUID request) {
        withOpen(request, conversation -> {
            firstContact.lock(conversation.request(), conversation.assignment());
            if (conversation.assignment().isOpen()) {
                firstContact.note(conversation.request(), conversation.assignment(), Party.REQUESTER);
            }
        });
    }

    void close(UUID request) {
        unlessOvertaken(() -> closeRequest.close(requests.findById(request), Outcome.COMPLETED, Actor.SERVICE));
    }

    /** Two who change one request, or one peer, at one moment: the later one is told so, and has changed nothing. */
    private static void unlessOvertaken(Runnable step) {
        try {
            QuarkusTransaction.requiringNew().run(step);
        } catch (OptimisticLockException overtaken) {
            // A caller gets 409 "changed_meanwhile"; a text is tried again.
        }
    }

    void pause(UUID peer) {
        unlessOvertaken(() -> changePeer.pause(peers.findById(peer), Optional.empty(), Actor.SERVICE));
    }

    /** What they have open goes to others a moment later. */
    void leave(UUID peer, boolean forGood) {
        unlessOvertaken(() -> {
            Peer leaving = peers.findById(peer);
            if (forGood) {
                changePeer.become(leaving, PeerStatus.RETIRED, Actor.SERVICE);
            } else {
                changePeer.pause(leaving, Optional.empty(), true, Actor.SERVICE);
            }
        });
    }

    void comeBack(UUID peer) {
        unlessOvertaken(() -> changePeer.become(peers.findById(peer), PeerStatus.ACTIVE, Actor.SERVICE));
    }

    void stopAndStart(PhoneNumber number) {
        String key = blindIndex.of(number);
        QuarkusTransaction.requiringNew().run(() -> optOuts.optOut(key, OptOuts.Via.TEXT, time.now(), false));
        QuarkusTransaction.requiringNew().run(() -> {
            optOuts.optIn(key, time.now());
            peers.withMobile(number).ifPresent(peer -> freed.fire(new PeerFreed(peer.id())));
        });
    }

    /** A spreadsheet that changes these peers and brings in somebody new; all of it or nothing. */
    boolean bringIn(Map<UUID, PeerProfile> changed, PeerProfile somebodyNew) {
        var entries = new ArrayList<ImportPeers.Entry>();
        changed.forEach((id, profile) -> entries.add(entry(entries.size() + 2, Optional.of(id), profile)));
        entries.add(entry(entries.size() + 2, Optional.empty(), somebodyNew));
        try {
            unlessOvertaken(() -> {
                if (importPeers.importAll(entries, Actor.SERVICE) instanceof ImportPeers.Outcome.Refused) {
                    throw new NothingTaken();
                }
            });
            return true;
        } catch (NothingTaken refused) {
            return false;
        }
    }

    /** Rolls back, as the door does. */
    private static final class NothingTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static ImportPeers.Entry entry(int row, Optional<UUID> id, PeerProfile profile) {
        return new ImportPeers.Entry(row, id, profile, Set.of("capacity", "monthlyCap", "employers"), Optional.empty());
    }

    /** Everything that falls due by the clock, as a copy of the service does it. */
    void tick() {
        works.forEach(DueWork::runDue);
    }

    void resume(UUID peer) {
        unlessOvertaken(() -> changePeer.resume(peers.findById(peer), Actor.SERVICE));
    }

    /** True when it was allowed. */
    boolean change(UUID peer, PeerProfile profile) {
        return QuarkusTransaction.requiringNew()
                .call(() -> changePeer
                        .change(peers.findById(peer), profile, Actor.SERVICE)
                        .isEmpty());
    }

    int serve() {
        return waitingList.serve();
    }

    /** The peer of each request that has one. */
    Map<UUID, UUID> together() {
        return jdbi.withHandle(handle -> handle.select(
                        "select request_id, peer_id from assignment where status = 'OPEN'")
                .map((row, context) ->
                        Map.entry(row.getObject("request_id", UUID.class), row.getObject("peer_id", UUID.class)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What no order of events may ever bring about. */
    List<String> broken() {
        return jdbi.withHandle(
                handle -> handle.select(BROKEN).mapTo(String.class).list());
    }

    private void withOpen(UUID request, Consumer<Conversation> step) {
        unlessOvertaken(() ->
                assignments.openOf(request).ifPresent(assignment -> step.accept(conversations.of(assignment.id()))));
    }
}
