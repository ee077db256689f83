package org.peerline.sms.outbox.tray;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Wakes a dispatcher the moment a transaction that owes a text has committed: this replica's own where it has one, the
 * others otherwise. Polling finds the text, should this replica die in between.
 */
@ApplicationScoped
public class DispatchSignal {
    private static final String REGISTERED = DispatchSignal.class.getName();

    private final TransactionSynchronizationRegistry transactions;
    private final Neighbours neighbours;
    private final boolean sendsHere;
    private final Semaphore work = new Semaphore(0);
    private final AtomicBoolean looking = new AtomicBoolean(true);

    DispatchSignal(
            TransactionSynchronizationRegistry transactions,
            Neighbours neighbours,
            @ConfigProperty(name = "peerline.clock.enabled", defaultValue = "true") boolean sendsHere) {
        this.transactions = transactions;
        this.neighbours = neighbours;
        this.sendsHere = sendsHere;
    }

    public void afterCommit() {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            owed();
        } else if (transactions.getResource(REGISTERED) == null) {
            transactions.putResource(REGISTERED, true);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {}

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        owed();
                    }
                }
            });
        }
    }

    private void owed() {
        if (sendsHere) {
            wakeToLook();
        } else {
            neighbours.call();
        }
    }

    /** Something that this replica's dispatcher has begun has come to its end. */
    public void wake() {
        work.release();
    }

    /** There may be texts that nobody has claimed. */
    public void wakeToLook() {
        looking.set(true);
        work.release();
    }

    /** Whether somebody has asked to look since the last call. */
    public boolean takeLook() {
        return looking.getAndSet(false);
    }

    /** Waits for work, at most as long as given; several signals count as one. False when there was none. */
    public boolean await(Duration atMost) throws InterruptedException {
        boolean woken = work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        work.drainPermits();
        return woken;
    }
}
