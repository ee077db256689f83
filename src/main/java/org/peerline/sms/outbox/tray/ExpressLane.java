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
    private final TransactionSynchronizationRegistry transactions;
    private final TimeSource time;
    private final Duration lease;
    private final boolean simulated;
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

    /** A claim that is being made. */
    record Claim(UUID id, Instant at, Instant until) {}

    public void serve(Counter wanted) {
        // With the simulator, whoever texts waits until the answers are on the phones: nothing may be on its way
        // unseen.
        counter = simulated ? null : wanted;
    }

    public void close() {
        counter = null;
    }

    /** Empty when the lane is closed or too full for so many. */
    Optional<Claim> claim(int texts) {
        Counter open = counter;
        Instant now = time.now();
        return open == null || open.room() < texts
                ? Optional.empty()
                : Optional.of(new Claim(Identifier.next(), now, now.plus(lease)));
    }

    /** Hands the texts on when the caller's transaction has been committed. */
    void sendAfterCommit(Claim claim, List<ReadyText> texts) {
        Counter open = counter;
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    open.send(texts);
                } else {
                    open.cutOff(claim.id());
                }
            }
        });
    }
}
