package org.peerline.sms.outbox.doubt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.BareFault;
import org.peerline.core.Closing;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;
import org.peerline.sms.ListTurn;
import org.peerline.sms.outbox.delivery.DeliveryReport;
import org.peerline.sms.outbox.delivery.RecordDelivery;
import org.peerline.sms.outbox.doubt.ProviderRecords.TakenText;

/**
 * Finds on the provider's list what became of texts of which no callback has told, at each start and from time to time. The
 * provider does not repeat a callback that met a fault, and a text that failed would count as sent for ever.
 */
@ApplicationScoped
class FindLostReports implements DueWork {
    private static final Logger LOG = Logger.getLogger(FindLostReports.class);

    /** The provider tries for ten hours at most, and tells it a little later. */
    private static final Duration UNTIL_TOLD = Duration.ofHours(11);

    private static final Duration FURTHEST = Duration.ofDays(3);

    private final ListTurn turn;
    private final Instance<ProviderRecords> records;
    private final Doubts texts;
    private final RecordDelivery recordDelivery;
    private final TimeSource time;
    private final Closing closing;
    private final boolean enabled;
    private final Counter found;

    FindLostReports(
            Jdbi jdbi,
            Instance<ProviderRecords> records,
            Doubts texts,
            RecordDelivery recordDelivery,
            TimeSource time,
            Closing closing,
            @ConfigProperty(name = "peerline.clock.lost-reports", defaultValue = "PT15M") Duration every,
            @ConfigProperty(name = "peerline.clock.enabled", defaultValue = "true") boolean enabled,
            MeterRegistry meters) {
        this.turn = new ListTurn(jdbi, ListTurn.Which.SENT, every);
        this.records = records;
        this.texts = texts;
        this.recordDelivery = recordDelivery;
        this.time = time;
        this.closing = closing;
        this.enabled = enabled;
        this.found = meters.counter("peerline.reports.late");
    }

    void wanted(@Observes StartupEvent start) {
        if (enabled) {
            QuarkusTransaction.requiringNew().run(() -> turn.wanted(time.now()));
        }
    }

    @Override
    public int runDue() {
        Instant now = time.now();
        Optional<ListTurn.Turn> taken = QuarkusTransaction.requiringNew().call(() -> turn.take(now));
        if (taken.isEmpty()) {
            return 0;
        }
        double before = found.count();
        try {
            records.get().ended(since(now, taken.get().seenUntil().orElse(now)), this::takeIn);
            QuarkusTransaction.requiringNew().run(() -> turn.done(now));
        } catch (ProviderRecords.Unavailable later) {
            LOG.warnf("The provider's list of sent texts cannot be read now (%s)", later.getMessage());
            QuarkusTransaction.requiringNew().run(() -> turn.failed(now));
        }
        int reports = (int) (found.count() - before);
        if (reports > 0) {
            LOG.warnf("%d reports were found that no callback had brought", reports);
        }
        return reports;
    }

    /** From when on texts may have been sent whose report is missing. */
    private static Instant since(Instant now, Instant seenUntil) {
        Instant from = (seenUntil.isAfter(now) ? now : seenUntil).minus(UNTIL_TOLD);
        Instant furthest = now.minus(FURTHEST);
        return from.isBefore(furthest) ? furthest : from;
    }

    /** False when there is no time for more. */
    private boolean takeIn(List<TakenText> ended) {
        Set<String> open = QuarkusTransaction.requiringNew()
                .call(() -> texts.sentAmong(
                        ended.stream().map(TakenText::providerId).toList()));
        ended.stream().filter(text -> open.contains(text.providerId())).forEach(this::takeIn);
        return !closing.hasBegun();
    }

    private void takeIn(TakenText text) {
        try {
            recordDelivery.record(new DeliveryReport(
                    Optional.empty(),
                    Optional.empty(),
                    text.providerId(),
                    text.status(),
                    text.errorCode(),
                    text.failure(),
                    time.now()));
            found.increment();
        } catch (RuntimeException fault) {
            // The others are still to be told; this one is found again.
            LOG.errorf(new BareFault(fault), "A report that no callback had brought could not be taken in now");
        }
    }

    /** Housekeeping of no meaning for anybody's clock. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
