package org.peerline.sms.outbox.tray;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells the other replicas that texts are owed which this one cannot send itself, or not at once. Never in the transaction
 * that owes them: PostgreSQL lets commits that notify through one at a time, and every text would queue there.
 */
@ApplicationScoped
public class Neighbours {
    /** The channel that every dispatcher listens on. */
    public static final String CHANNEL = "peerline_outbox";

    private static final Logger LOG = Logger.getLogger(Neighbours.class);

    private final Jdbi jdbi;
    private final AtomicBoolean calling = new AtomicBoolean();
    private final ExecutorService caller = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "sms-neighbours");
        thread.setDaemon(true);
        return thread;
    });

    Neighbours(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns at once. Calls in quick succession become one: whoever is woken looks for everything that is due. */
    public void call() {
        if (calling.compareAndSet(false, true)) {
            try {
                caller.execute(this::notifyAllOfThem);
            } catch (RejectedExecutionException stopping) {
                calling.set(false);
            }
        }
    }

    private void notifyAllOfThem() {
        calling.set(false);
        try {
            jdbi.useHandle(handle -> handle.select("select pg_notify(?, '')", CHANNEL)
                    .mapTo(String.class)
                    .list());
        } catch (RuntimeException databaseAway) {
            // They look by themselves once a second.
            LOG.debug("The other copies could not be told that texts are owed");
        }
    }

    @PreDestroy
    void close() {
        caller.shutdown();
    }
}
