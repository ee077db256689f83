package org.peerline.assignments.numbers;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells whoever watches the service that relay numbers are running short, before a request has to wait for one. */
@ApplicationScoped
class NumberGauges {
    private final NumberPool pool;
    private final AtomicInteger headRoom;

    NumberGauges(NumberPool pool, MeterRegistry meters) {
        this.pool = pool;
        // Looked up now and then, not at each scrape: whoever reads the metrics must not keep the database busy.
        this.headRoom = meters.gauge("peerline.relay.numbers.headroom", new AtomicInteger(pool.size()));
        // A number of our own would be forgotten: a gauge keeps nothing alive.
        meters.gauge("peerline.relay.numbers.pool", pool, NumberPool::size);
    }

    void beThere(@Observes StartupEvent start) {
        // To be made is enough: the gauges are registered.
    }

    @Scheduled(every = "{peerline.clock.numbers-look}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        headRoom.set(pool.headRoom());
    }
}
