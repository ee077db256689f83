package org.peerline.sms.outbox.doubt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.delivery.DeliveryReport;
import org.peerline.sms.outbox.delivery.RecordDelivery;
import org.peerline.sms.outbox.doubt.ProviderRecords.TakenText;

/** One look at the provider's own records for one text in doubt, by recipient, time and words. */
@ApplicationScoped
class ProviderLook {
    /** The provider's clock is not ours, and its times have seconds. */
    private static final Duration BEFORE = Duration.ofMinutes(2);

    private static final Duration AFTER = Duration.ofMinutes(15);

    private final Instance<ProviderRecords> records;
    private final Doubts doubts;
    private final RecordDelivery recordDelivery;
    private final TimeSource time;

    ProviderLook(Instance<ProviderRecords> records, Doubts doubts, RecordDelivery recordDelivery, TimeSource time) {
        this.records = records;
        this.doubts = doubts;
        this.recordDelivery = recordDelivery;
        this.time = time;
    }

    /** Asks the provider; outside any transaction. */
    List<TakenText> ask(Doubt doubt) throws ProviderRecords.Unavailable {
        return doubt.to().isEmpty()
                ? List.of()
                : records.get()
                        .taken(
                                doubt.from(),
                                doubt.to().get(),
                                doubt.handedAt().minus(BEFORE),
                                doubt.handedAt().plus(AFTER));
    }

    /**
     * Follows the text like any other from now on if it is among these, in the caller's transaction, under the text's
     * lock.
     *
     * @return false when it is not among them
     */
    boolean follow(Doubt doubt, List<TakenText> taken) {
        var known = doubts.knownAmong(taken.stream().map(TakenText::providerId).toList());
        Optional<TakenText> found = taken.stream()
                .filter(text -> !known.contains(text.providerId()))
                .filter(text -> text.body().isEmpty() || text.body().equals(doubt.words()))
                .findFirst();
        found.ifPresent(text -> recordDelivery.record(report(doubt, text)));
        return found.isPresent();
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
}
