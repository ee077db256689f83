package org.peerline.sms.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.peerline.core.DueWork;
import org.peerline.core.Identifier;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.sms.SmsStatus;
import org.peerline.sms.outbox.delivery.DeliveryFailure;
import org.peerline.sms.outbox.delivery.DeliveryReport;
import org.peerline.sms.outbox.delivery.RecordDelivery;
import org.peerline.sms.outbox.gateway.OutgoingSms;

/**
 * The network between the service and the simulated phones. Ordinarily every text arrives at once; what happens to the
 * next text to a phone can be chosen. Held texts are in memory only: after a restart they are never delivered, as it can
 * be in life.
 */
@ApplicationScoped
class SimulatedNetwork implements DueWork {
    private static final Duration LATE_BY = Duration.ofMinutes(10);

    /** What Twilio says of a handset that does not exist. */
    private static final String NO_SUCH_HANDSET = "30005";

    private final Map<PhoneNumber, DeliveryTrick> next = new HashMap<>();
    private final List<Held> held = new ArrayList<>();
    private final Phones phones;
    private final RecordDelivery recordDelivery;
    private final TimeSource time;

    SimulatedNetwork(Phones phones, RecordDelivery recordDelivery, TimeSource time) {
        this.phones = phones;
        this.recordDelivery = recordDelivery;
        this.time = time;
    }

    private record Held(Parcel parcel, Instant until, boolean overtaken) {}

    /** A text on its way. */
    private record Parcel(UUID message, int sendNo, String providerId, PhoneNumber to, SimulatedText text) {
        /** The same text a second time, which the phone shows beside the first. */
        Parcel again() {
            return new Parcel(message, sendNo, providerId, to, text.copy());
        }
    }

    void choose(PhoneNumber phone, DeliveryTrick trick) {
        synchronized (held) {
            next.put(phone, trick);
        }
    }

    /** Takes a text on; returns the network's id of it. The report of a delivery may come before the answer, as in life. */
    String carry(OutgoingSms sms) {
        String providerId = "SIM-" + sms.messageId() + "-" + sms.sendNo();
        var parcel = new Parcel(
                sms.messageId(),
                sms.sendNo(),
                providerId,
                sms.to(),
                new SimulatedText(
                        Identifier.next(),
                        SimulatedText.Direction.RECEIVED,
                        sms.from().e164(),
                        sms.to().e164(),
                        sms.body(),
                        time.now(),
                        SimulatedText.Delivery.UNDER_WAY));
        DeliveryTrick trick;
        synchronized (held) {
            trick = Optional.ofNullable(next.remove(sms.to())).orElse(DeliveryTrick.NONE);
        }
        switch (trick) {
            case NONE -> arrives(parcel);
            case FAIL -> fails(parcel);
            case LATE -> hold(parcel, false);
            case OVERTAKEN -> hold(parcel, true);
            case TWICE -> {
                arrives(parcel);
                arrives(parcel.again());
            }
        }
        if (trick != DeliveryTrick.OVERTAKEN) {
            take(waiting -> waiting.overtaken() && waiting.parcel().to().equals(sms.to()))
                    .forEach(this::arrives);
        }
        return providerId;
    }

    @Override
    public int runDue() {
        Instant now = time.now();
        List<Parcel> due = take(waiting -> !waiting.until().isAfter(now));
        due.forEach(this::arrives);
        return due.size();
    }

    @Override
    public Optional<Instant> nextDue() {
        synchronized (held) {
            return held.stream().map(Held::until).min(Instant::compareTo);
        }
    }

    private void hold(Parcel parcel, boolean overtaken) {
        phones.keep(parcel.to(), parcel.text());
        synchronized (held) {
            held.add(new Held(parcel, time.now().plus(LATE_BY), overtaken));
        }
        report(parcel, SmsStatus.SENT, Optional.empty());
    }

    private List<Parcel> take(Predicate<Held> which) {
        synchronized (held) {
            List<Parcel> taken = held.stream().filter(which).map(Held::parcel).toList();
            held.removeIf(which);
            return taken;
        }
    }

    private void arrives(Parcel parcel) {
        phones.keep(parcel.to(), parcel.text().now(SimulatedText.Delivery.DELIVERED, time.now()));
        report(parcel, SmsStatus.DELIVERED, Optional.empty());
    }

    private void fails(Parcel parcel) {
        phones.keep(parcel.to(), parcel.text().now(SimulatedText.Delivery.FAILED, time.now()));
        report(parcel, SmsStatus.FAILED, Optional.of(NO_SUCH_HANDSET));
    }

    private void report(Parcel parcel, SmsStatus status, Optional<String> code) {
        recordDelivery.record(new DeliveryReport(
                Optional.of(parcel.message()),
                Optional.of(parcel.sendNo()),
                parcel.providerId(),
                status,
                code,
                code.map(known -> DeliveryFailure.BAD_NUMBER),
                time.now()));
    }
}
