package org.peerline.core;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The thin trigger behind everything that falls due by the clock. */
@ApplicationScoped
public class Clockwork {
    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    private final Instance<DueWork> works;

    Clockwork(Instance<DueWork> works) {
        this.works = works;
    }

    @Scheduled(every = "{peerline.clock.tick}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        runDue();
    }

    /** One round over everything; a fault in one kind of work leaves the others alone. Returns how much was done. */
    public int runDue() {
        int done = 0;
        for (DueWork work : works) {
            try {
                done += work.runDue();
            } catch (RuntimeException fault) {
                LOG.errorf(new BareFault(fault), "Due work failed; it is tried again with the next tick");
            }
        }
        return done;
    }

    /** When the next piece of any work falls due. */
    public Optional<Instant> nextDue() {
        return works.stream().map(DueWork::nextDue).flatMap(Optional::stream).min(Instant::compareTo);
    }
}
