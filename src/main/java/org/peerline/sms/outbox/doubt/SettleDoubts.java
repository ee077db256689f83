package org.peerline.sms.outbox.doubt;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.peerline.core.BareFault;
import org.peerline.core.DueWork;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.delivery.DeliveryReport;
import org.peerline.sms.outbox.delivery.RecordDelivery;
import org.peerline.sms.outbox.doubt.ProviderRecords.TakenText;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/**
 * Settles texts in doubt from the provider's own records, by recipient, time and words. What is on them was taken and is
 * followed like any other text; what is not is shown to a person. Nothing is ever sent again from here.
 */
@ApplicationScoped
class SettleDoubts implements DueWork {
    private static final Logger LOG = Logger.getLogger(SettleDoubts.class);

    /** The provider's clock is not ours, and its times have seconds. */
    private static final Duration BEFORE = Duration.ofMinutes(2);

    private static final Duration AFTER = Duration.ofMinutes(15);

    private final Doubts doubts;
    private final Instance<ProviderRecords> records;
    private final RecordDelivery recordDelivery;
    private final Tasks tasks;
    private final TimeSource time;

    SettleDoubts(
            Doubts doubts,
            Instance<ProviderRecords> records,
            RecordDelivery recordDelivery,
            Tasks tasks,
            TimeSource time) {
        this.doubts = doubts;
        this.records = records;
        this.recordDelivery = recordDelivery;
        this.tasks = tasks;
        this.time = time;
    }

    @Override
    public int runDue() {
        QuarkusTransaction.requiringNew().call(doubts::plan);
        int settled = 0;
        for (var next = take(); next.isPresent(); next = take()) {
            Doubt doubt = next.get();
            try {
                List<TakenText> taken = taken(doubt);
                QuarkusTransaction.requiringNew().run(() -> settle(doubt, taken));
                settled++;
            } catch (ProviderRecords.Unavailable later) {
                QuarkusTransaction.requiringNew().run(() -> doubts.lookAgain(doubt));
                break;
            } catch (RuntimeException fault) {
                LOG.errorf(new BareFault(fault), "Text %s could not be looked up now", doubt.message());
            }
        }
        return settled;
    }

    private List<TakenText> taken(Doubt doubt) throws ProviderRecords.Unavailable {
        return doubt.to().isEmpty()
                ? List.of()
                : records.get()
                        .taken(
                                doubt.from(),
                                doubt.to().get(),
                                doubt.handedAt().minus(BEFORE),
                                doubt.handedAt().plus(AFTER));
    }

    private void settle(Doubt doubt, List<TakenText> taken) {
        if (!doubts.stands(doubt)) {
            return;
        }
        var known = doubts.knownAmong(taken.stream().map(TakenText::providerId).toList());
        Optional<TakenText> found = taken.stream()
                .filter(text -> !known.contains(text.providerId()))
                .filter(text -> text.body().isEmpty() || text.body().equals(doubt.words()))
                .findFirst();
        if (found.isPresent()) {
            recordDelivery.record(report(doubt, found.get()));
        } else if (!doubts.nothingFound(doubt)) {
            tasks.raise(TaskKind.TEXT_IN_DOUBT, Subject.of(Subject.Kind.MESSAGE, doubt.message()), doubt.request());
        }
    }

    private DeliveryReport report(Doubt doubt, TakenText found) {
        return new DeliveryReport(
                Optional.of(doubt.message()),
                Optional.of(doubt.sendNo()),
                found.providerId(),
                found.status(),
                found.errorCode(),
                found.failure(),
                time.now());
    }

    private Optional<Doubt> take() {
        return QuarkusTransaction.requiringNew().call(doubts::take);
    }

    @Override
    public Optional<Instant> nextDue() {
        return doubts.nextDue();
    }
}
