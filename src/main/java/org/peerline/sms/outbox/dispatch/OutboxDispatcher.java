package org.peerline.sms.outbox.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;
import org.peerline.core.BareFault;
import org.peerline.sms.SmsUndeliverable;
import org.peerline.sms.outbox.dispatch.claim.Claimed;
import org.peerline.sms.outbox.dispatch.claim.OutboxClaims;
import org.peerline.sms.outbox.tray.DispatchSignal;
import org.peerline.sms.outbox.tray.ExpressLane;
import org.peerline.sms.outbox.tray.Neighbours;
import org.peerline.sms.outbox.tray.ReadyText;

/**
 * Takes due texts out of the out-tray and hands them to the gateway: claimed together, sent side by side outside any
 * transaction, recorded together. Any number of replicas may run it.
 */
@ApplicationScoped
public class OutboxDispatcher {
    private static final Logger LOG = Logger.getLogger(OutboxDispatcher.class);
    private static final int BATCH = 64;

    private final OutboxClaims claims;
    private final OutboxResults results;
    private final SegmentsOfDay segmentsOfDay;
    private final HandOver handOver;
    private final SendingFloor floor;
    private final DispatchSignal signal;
    private final Event<SmsUndeliverable> undeliverable;
    private final Neighbours neighbours;
    private final Queue<Claimed> expressed = new ConcurrentLinkedQueue<>();

    /** Read and written by the one thread that keeps going. */
    private boolean someMayWait = true;

    OutboxDispatcher(
            OutboxClaims claims,
            OutboxResults results,
            SegmentsOfDay segmentsOfDay,
            HandOver handOver,
            SendingFloor floor,
            DispatchSignal signal,
            Event<SmsUndeliverable> undeliverable,
            Neighbours neighbours) {
        this.claims = claims;
        this.results = results;
        this.segmentsOfDay = segmentsOfDay;
        this.handOver = handOver;
        this.floor = floor;
        this.signal = signal;
        this.undeliverable = undeliverable;
        this.neighbours = neighbours;
    }

    /**
     * One round: everything due now, up to a batch; returns when it, and what was on its way before, has been sent and
     * recorded.
     *
     * @return how many texts were claimed; zero means nothing is due
     */
    public int dispatchDue() {
        recordMade();
        List<Claimed> due = claim(BATCH);
        due.forEach(text -> floor.send(text, handOver::attempt));
        floor.underWay().join();
        recordMade();
        return due.size();
    }

    /** When the next text that waits for its hour may go; what is held back has no hour. */
    public Optional<Instant> nextDue(Instant now) {
        return claims.nextDue(now);
    }

    /**
     * The same without waiting for the slowest: records what has been sent meanwhile, and starts what there is room for.
     *
     * @return how much there was to do; zero means that nothing can be done until something is owed or comes back
     */
    int keepGoing() {
        int done = recordMade();
        count(List.of());
        int room = Math.min(BATCH, floor.room());
        someMayWait |= signal.takeLook();
        if (room > 0 && someMayWait) {
            List<Claimed> due = claim(room);
            due.forEach(this::start);
            // What waits behind a text that is on its way can go when that has come back.
            someMayWait = !due.isEmpty() || claims.anyDue();
            if (due.size() == room) {
                // There may be more than fits in here.
                neighbours.call();
            }
            done += due.size();
        }
        return done;
    }

    /** Sends texts that were claimed by the statement that owes them. */
    ExpressLane.Counter counter() {
        return new ExpressLane.Counter() {
            @Override
            public int room() {
                return segmentsOfDay.allowed(floor.room());
            }

            @Override
            public void send(List<ReadyText> texts) {
                List<Claimed> claimed = texts.stream().map(Claimed::ready).toList();
                claimed.forEach(OutboxDispatcher.this::start);
                // Counted with the next round: here the transaction that owes them is not quite over.
                if (segmentsOfDay.areCounted()) {
                    expressed.addAll(claimed);
                }
            }

            @Override
            public void cutOff(UUID claim) {
                claims.giveBackLater(claim);
            }
        };
    }

    private void start(Claimed text) {
        floor.send(text, handOver::attempt).whenComplete((sent, fault) -> signal.wake());
    }

    /** Gives back what has not begun, waits for what has, and records it. */
    void finish(Duration atMost) throws InterruptedException {
        floor.finish(atMost);
        recordMade();
    }

    /** Texts whose replica died between claiming and recording: whether they went out is unknown. */
    public int giveUpLostClaims() {
        return QuarkusTransaction.requiringNew().call(results::markLostClaims);
    }

    private List<Claimed> claim(int most) {
        int allowed = segmentsOfDay.allowed(most);
        List<Claimed> due = allowed == 0 ? claims.claimUrgent(most) : claims.claim(allowed);
        count(due);
        return due;
    }

    private void count(List<Claimed> due) {
        var texts = new ArrayList<>(due);
        for (Claimed text = expressed.poll(); text != null; text = expressed.poll()) {
            texts.add(text);
        }
        try {
            segmentsOfDay.used(texts);
        } catch (RuntimeException databaseAway) {
            // What is claimed is sent all the same: otherwise it would be in doubt.
            LOG.errorf(new BareFault(databaseAway), "The segments of the day could not be counted now");
        }
    }

    private int recordMade() {
        List<Attempt> made = floor.takeMade();
        if (!made.isEmpty()) {
            try {
                record(made);
            } catch (RuntimeException databaseAway) {
                floor.putBack(made);
                throw databaseAway;
            }
        }
        return made.size();
    }

    private void record(List<Attempt> made) {
        try {
            QuarkusTransaction.requiringNew().run(() -> results.record(made).forEach(undeliverable::fire));
        } catch (RuntimeException somebodyCannotBeTold) {
            // One text's news must not keep the others from being recorded; without a database this fails as well.
            made.forEach(this::recordAlone);
        }
    }

    private void recordAlone(Attempt attempt) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> results.record(List.of(attempt)).forEach(undeliverable::fire));
        } catch (RuntimeException cannotBeTold) {
            QuarkusTransaction.requiringNew().run(() -> results.record(List.of(attempt)));
            LOG.errorf(new BareFault(cannotBeTold), "Nobody could be told that text %s failed", attempt.id());
        }
    }
}
