package org.peerline.sms.outbox.tray;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.core.Identifier;
import org.peerline.core.TimeSource;
import org.peerline.sms.SmsGateway;

/**
 * The short way from owing a text to sending it: the replica that owes it claims it in the same statement and hands it to
 * its own dispatcher after the commit. The claim has a lease like any other. Where nobody serves the lane, or there is no
 * room, texts are queued as ever.
 */
@ApplicationScoped
public class ExpressLane {
    private static final Duration COMMIT_TAKES = Duration.ofSeconds(5);

    private final TransactionSynchronizationRegistry transactions;
    private final TimeSource time;
    private final Duration lease;
    private final boolean simulated;
    private final UnderWay claiming = new UnderWay();
    private volatile Counter counter;

    ExpressLane(
            TransactionSynchronizationRegistry transactions,
            TimeSource time,
            SmsGateway gateway,
            @ConfigProperty(name = "peerline.clock.send-lease", defaultValue = "PT3M") Duration lease) {
        this.transactions = transactions;
        this.time = time;
        this.lease = lease;
        this.simulated = gateway.isSimulated();
    }

    /** Whoever sends for this replica. */
    public interface Counter {
        /** How many more texts can be sent soon. */
        int room();

        /** Sends texts whose claim is committed. */
        void send(List<ReadyText> texts);

        /** Nobody knows whether the claim was committed; none of its texts has been handed over. */
        void cutOff(UUID claim);
    }

    /**
     * A claim that is being made.
     *
     * @param most how many texts there is room for
     */
    record Claim(UUID id, int most, Instant at, Instant until, AtomicReference<List<ReadyText>> texts) {}

    public void serve(Counter wanted) {
        // With the simulator, whoever texts waits until the answers are on the phones: nothing may be on its way
        // unseen.
        counter = simulated ? null : wanted;
    }

    /** Takes no more, and waits a little for claims whose commit is under way, so that none is left behind. */
    public void close() throws InterruptedException {
        counter = null;
        claiming.awaitNone(COMMIT_TAKES);
    }

    /** How many texts can be sent soon; where nobody serves the lane, none of them would use it. */
    int room() {
        Counter open = counter;
        return open == null ? Integer.MAX_VALUE : open.room();
    }

    /** Empty when the lane is closed or full. */
    Optional<Claim> claim(int texts) {
        Counter open = counter;
        int most = open == null ? 0 : Math.min(texts, open.room());
        if (most <= 0) {
            return Optional.empty();
        }
        Instant now = time.now();
        var claim = new Claim(Identifier.next(), most, now, now.plus(lease), new AtomicReference<>(List.of()));
        claiming.begin();
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                try {
                    handOn(open, claim, status);
                } finally {
                    claiming.end();
                }
            }
        });
        // It may have been closed just now without seeing this one.
        return counter == null ? Optional.empty() : Optional.of(claim);
    }

    /** Hands the texts on when the caller's transaction has been committed. */
    void sendAfterCommit(Claim claim, List<ReadyText> texts) {
        claim.texts().set(texts);
    }

    private static void handOn(Counter open, Claim claim, int status) {
        List<ReadyText> texts = claim.texts().get();
        if (!texts.isEmpty()) {
            if (status == Status.STATUS_COMMITTED) {
                open.send(texts);
            } else {
                open.cutOff(claim.id());
            }
        }
    }
}
