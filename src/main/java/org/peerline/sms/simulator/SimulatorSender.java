package org.peerline.sms.simulator;

import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.sms.SmsGateway;
import org.peerline.sms.outbox.gateway.OutgoingSms;
import org.peerline.sms.outbox.gateway.SendResult;
import org.peerline.sms.outbox.gateway.SmsSender;

/** Puts texts on simulated phones instead of real ones. */
@ApplicationScoped
@LookupIfProperty(name = SmsGateway.PROPERTY, stringValue = SmsGateway.SIMULATOR, lookupIfMissing = true)
class SimulatorSender implements SmsSender {
    private final SimulatedNetwork network;

    SimulatorSender(SimulatedNetwork network) {
        this.network = network;
    }

    @Override
    public SendResult send(OutgoingSms sms) {
        return new SendResult.Accepted(network.carry(sms));
    }
}
