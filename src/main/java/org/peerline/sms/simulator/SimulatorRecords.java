package org.peerline.sms.simulator;

import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.SmsGateway;
import org.peerline.sms.inbox.late.ReceivedTexts;
import org.peerline.sms.outbox.doubt.ProviderRecords;
import org.peerline.sms.outbox.gateway.ProviderReach;

/** Simulated phones reach us at once or not at all, and keep no records: there is never anything to find. */
@ApplicationScoped
@LookupIfProperty(name = SmsGateway.PROPERTY, stringValue = SmsGateway.SIMULATOR, lookupIfMissing = true)
class SimulatorRecords implements ProviderRecords, ProviderReach, ReceivedTexts {
    @Override
    public List<TakenText> taken(PhoneNumber from, PhoneNumber to, Instant since, Instant until) {
        return List.of();
    }

    @Override
    public void ended(Instant since, Predicate<List<TakenText>> part) {
        // Whatever becomes of a simulated text is told at once.
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public List<Received> since(Instant since) {
        return List.of();
    }
}
