package org.peerline.sms.simulator;

import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.core.TimeSource;
import org.peerline.sms.SmsGateway;
import org.peerline.sms.outbox.OutgoingSms;
import org.peerline.sms.outbox.SendResult;
import org.peerline.sms.outbox.SmsSender;

/** Puts texts on simulated phones instead of real ones. */
@ApplicationScoped
@LookupIfProperty(name = SmsGateway.PROPERTY, stringValue = SmsGateway.SIMULATOR, lookupIfMissing = true)
class SimulatorSender implements SmsSender {
    private final Phones phones;
    private final TimeSource time;

    SimulatorSender(Phones phones, TimeSource time) {
        this.phones = phones;
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
        return new SendResult.Accepted("SIM-" + sms.messageId());
    }
}
