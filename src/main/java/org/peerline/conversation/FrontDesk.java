package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.numbers.RelayNumbers;
import org.peerline.assignments.numbers.RelayPlace;
import org.peerline.privacy.BlindIndex;
import org.peerline.relay.CleanText;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSmsHandler;
import org.peerline.sms.OurNumbers;

/**
 * Reads an inbound text in the order that SMS users can rely on: opting out before anything else, then by who is texting
 * which number. A text reaches its one right person or nobody.
 */
@ApplicationScoped
class FrontDesk implements InboundSmsHandler {
    private final BlindIndex blindIndex;
    private final OurNumbers ourNumbers;
    private final RelayNumbers relayNumbers;
    private final Conversations conversations;
    private final OptOutDesk optOutDesk;
    private final RelayDesk relayDesk;
    private final ClosedDesk closedDesk;
    private final ServiceDesk serviceDesk;

    FrontDesk(
            BlindIndex blindIndex,
            OurNumbers ourNumbers,
            RelayNumbers relayNumbers,
            Conversations conversations,
            OptOutDesk optOutDesk,
            RelayDesk relayDesk,
            ClosedDesk closedDesk,
            ServiceDesk serviceDesk) {
        this.blindIndex = blindIndex;
        this.ourNumbers = ourNumbers;
        this.relayNumbers = relayNumbers;
        this.conversations = conversations;
        this.optOutDesk = optOutDesk;
        this.relayDesk = relayDesk;
        this.closedDesk = closedDesk;
        this.serviceDesk = serviceDesk;
    }

    @Override
    public void handle(InboundSms sms) {
        String sender = blindIndex.of(sms.from());
        String written = CleanText.of(sms.body());
        if (optOutDesk.read(sms, sender, written)) {
            return;
        }
        if (sms.to().equals(ourNumbers.serviceNumber())) {
            serviceDesk.read(sms, sender, written);
            return;
        }
        Optional<RelayPlace> place = relayNumbers.placeOf(sms.to(), sender);
        if (place.isEmpty()) {
            closedDesk.answerStranger(sms, sender, written);
        } else if (place.get().open()) {
            relayDesk.read(
                    conversations.of(place.get().assignmentId()), place.get().party(), sms, written);
        } else {
            closedDesk.answerLate(
                    conversations.of(place.get().assignmentId()), place.get().party(), sms, written);
        }
    }
}
