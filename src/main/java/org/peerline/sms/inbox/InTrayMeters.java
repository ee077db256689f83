package org.peerline.sms.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jdbi.v3.core.Jdbi;

/** Inbound texts that have not taken effect, read from the table when somebody looks; counts only. */
@ApplicationScoped
class InTrayMeters {
    private final Jdbi jdbi;
    private final MeterRegistry meters;

    InTrayMeters(Jdbi jdbi, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.meters = meters;
    }

    void register(@Observes StartupEvent start) {
        gauge("peerline.inbound.waiting", "Inbound texts that are tried again", "given_up_at is null");
        gauge(
                "peerline.inbound.given.up",
                "Inbound texts that wait for a person",
                "given_up_at is not null and seen_at is null");
    }

    private void gauge(String name, String description, String which) {
        Gauge.builder(name, () -> count(which)).description(description).register(meters);
    }

    private double count(String which) {
        try {
            return jdbi.withHandle(
                    handle -> handle.select("select count(*) from inbound_text where pending is not null and " + which)
                            .mapTo(Double.class)
                            .one());
        } catch (RuntimeException databaseAway) {
            return Double.NaN;
        }
    }
}
