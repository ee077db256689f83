package org.peerline.assignments.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.core.DueWork;
import org.peerline.peers.PeerFreed;

/** Serves the waiting list the moment a place is free, and from time to time for what a dead replica left behind. */
@ApplicationScoped
class WaitingListLoop implements DueWork {
    private final WaitingList waitingList;
    private final FreePlaces freePlaces;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(run -> {
        var thread = new Thread(run, "waiting-list");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean asked = new AtomicBoolean();

    private final boolean enabled;

    WaitingListLoop(
            WaitingList waitingList,
            FreePlaces freePlaces,
            @ConfigProperty(name = "peerline.clock.enabled", defaultValue = "true") boolean enabled) {
        this.waitingList = waitingList;
        this.freePlaces = freePlaces;
        this.enabled = enabled;
    }

    /** With the change itself: what is free is not forgotten, whatever happens to this copy of the service. */
    void note(@Observes PeerFreed freed) {
        freePlaces.add(freed.peer());
    }

    /** After the commit: the freed place must be there for the others to see. Several places freed at once are one round. */
    void serve(@Observes(during = TransactionPhase.AFTER_SUCCESS) PeerFreed freed) {
        if (enabled && asked.compareAndSet(false, true)) {
            executor.execute(() -> {
                asked.set(false);
                waitingList.serve();
            });
        }
    }

    @Override
    public int runDue() {
        return waitingList.serve();
    }

    /** Nobody waits for a moment; they wait for a person. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
