package org.peerline.core;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The thin trigger behind everything that falls due by the clock. */
@ApplicationScoped
public class Clockwork {
    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    private final Instance<DueWork> works;
    private final boolean enabled;
    private volatile boolean stopping;

    Clockwork(
            Instance<DueWork> works,
            @ConfigProperty(name = "peerline.clock.enabled", defaultValue = "true") boolean enabled) {
        this.works = works;
        this.enabled = enabled;
    }

    @Scheduled(every = "{peerline.clock.tick}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (enabled && !stopping) {
            runDue();
        }
    }

    /** Lets the round under way come to its end before the database goes. */
    synchronized void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** One round over everything; a fault in one kind of work leaves the others alone. Returns how much was done. */
    public synchronized int runDue() {
        int done = 0;
        for (DueWork work : works) {
            if (stopping) {
                break;
            }
            try {
                done += work.runDue();
            } catch (RuntimeException fault) {
                LOG.errorf(new BareFault(fault), "Due work failed; it is tried again with the next tick");
            }
        }
        return done;
    }

    /**
     * What lies ahead of a clock that is moved by hand; upkeep aside.
     *
     * @param behind whether something should have been done by now: it is in somebody's hands at this moment, or failed,
     *     and hides what the same work has to do later
     * @param next when the next piece of any other work falls due
     */
    public record Outlook(boolean behind, Optional<Instant> next) {}

    public Outlook outlook(Instant now) {
        List<Instant> due = works.stream()
                .filter(work -> !work.isUpkeep())
                .map(DueWork::nextDue)
                .flatMap(Optional::stream)
                .toList();
        return new Outlook(
                due.stream().anyMatch(moment -> !moment.isAfter(now)),
                due.stream().filter(moment -> moment.isAfter(now)).min(Instant::compareTo));
    }
}
