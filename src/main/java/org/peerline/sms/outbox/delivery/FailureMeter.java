package org.peerline.sms.outbox.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Counts the texts that will not arrive, by the class of the failure. */
@ApplicationScoped
public class FailureMeter {
    private static final List<String> OUR_WORDS = List.of(
            "opted_out", "subject_gone", "expired", "erased", "unreadable", "bad_number", "filtered", "too_late");

    private final MeterRegistry meters;

    FailureMeter(MeterRegistry meters) {
        this.meters = meters;
        // A counter that appears with its first failure is seen too late by an alarm on its rate.
        Stream.concat(OUR_WORDS.stream(), Stream.of(DeliveryFailure.values()).map(FailureMeter::named))
                .distinct()
                .forEach(failure -> count(failure, 0));
    }

    void beThere(@Observes StartupEvent start) {
        // To be made is enough: the counters are there before the first one counts.
    }

    /** @param failure a word of ours: never a number, never free text */
    public void count(String failure) {
        count(failure, 1);
    }

    void count(DeliveryFailure failure) {
        count(named(failure), 1);
    }

    private void count(String failure, int times) {
        meters.counter("peerline.texts.failed", "class", failure).increment(times);
    }

    private static String named(DeliveryFailure failure) {
        return failure.name().toLowerCase(Locale.ROOT);
    }
}
