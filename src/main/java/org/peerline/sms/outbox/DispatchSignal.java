package org.peerline.sms.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes this replica's dispatcher the moment a transaction that owes a text has committed. Other replicas find the text
 * by polling, should this one die first.
 */
@ApplicationScoped
public class DispatchSignal {
    private static final String REGISTERED = DispatchSignal.class.getName();

    private final TransactionSynchronizationRegistry transactions;
    private final Semaphore work = new Semaphore(0);

    DispatchSignal(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    public void afterCommit() {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            work.release();
        } else if (transactions.getResource(REGISTERED) == null) {
            transactions.putResource(REGISTERED, true);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {}

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        work.release();
                    }
                }
            });
        }
    }

    /** Waits for work, at most as long as given; several signals count as one. */
    public void await(Duration atMost) throws InterruptedException {
        if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }
}
