package org.peerline.sms.simulator;

import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.core.TimeSource;
import org.peerline.sms.SmsGateway;
import org.peerline.sms.outbox.delivery.DeliveryReport;
import org.peerline.sms.outbox.delivery.RecordDelivery;
import org.peerline.sms.outbox.gateway.OutgoingSms;
import org.peerline.sms.outbox.gateway.SendResult;
import org.peerline.sms.outbox.gateway.SmsSender;

/** Puts texts on simulated phones instead of real ones. */
@ApplicationScoped
@LookupIfProperty(name = SmsGateway.PROPERTY, stringValue = SmsGateway.SIMULATOR, lookupIfMissing = true)
class SimulatorSender implements SmsSender {
    private final Phones phones;
    private final RecordDelivery recordDelivery;
    private final TimeSource time;

    SimulatorSender(Phones phones, RecordDelivery recordDelivery, TimeSource time) {
        this.phones = phones;
        this.recordDelivery = recordDelivery;
        this.time = time;
    }

    @Override
    public SendResult send(OutgoingSms sms) {
        phones.keep(
                sms.to(),
                new SimulatedText(
                        SimulatedText.Direction.RECEIVED,
                        sms.from().e164(),
                        sms.to().e164(),
                        sms.body(),
                        time.now()));
        // A simulated phone is always within reach: the report of its delivery comes before the answer, as it may in
        // life.
        String providerId = "SIM-" + sms.messageId() + "-" + sms.sendNo();
        recordDelivery.record(DeliveryReport.delivered(sms.messageId(), sms.sendNo(), providerId, time.now()));
        return new SendResult.Accepted(providerId);
    }
}
