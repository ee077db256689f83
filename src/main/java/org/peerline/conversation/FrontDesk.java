package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.numbers.RelayNumbers.Handset;
import org.peerline.assignments.numbers.RelayPlace;
import org.peerline.conversation.command.CommandParser;
import org.peerline.privacy.BlindIndex;
import org.peerline.relay.CleanText;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSmsHandler;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.outbox.Outbox;

/**
 * Reads an inbound text in the order that SMS users can rely on: opting out before anything else, then by who is texting
 * which number. A text reaches its one right person or nobody.
 */
@ApplicationScoped
class FrontDesk implements InboundSmsHandler {
    private final BlindIndex blindIndex;
    private final OurNumbers ourNumbers;
    private final Whereabouts whereabouts;
    private final Outbox outbox;
    private final OptOutDesk optOutDesk;
    private final RelayDesk relayDesk;
    private final ClosedDesk closedDesk;
    private final ServiceDesk serviceDesk;
    private final WordlessDesk wordlessDesk;

    FrontDesk(
            BlindIndex blindIndex,
            OurNumbers ourNumbers,
            Whereabouts whereabouts,
            Outbox outbox,
            OptOutDesk optOutDesk,
            RelayDesk relayDesk,
            ClosedDesk closedDesk,
            ServiceDesk serviceDesk,
            WordlessDesk wordlessDesk) {
        this.blindIndex = blindIndex;
        this.ourNumbers = ourNumbers;
        this.whereabouts = whereabouts;
        this.outbox = outbox;
        this.optOutDesk = optOutDesk;
        this.relayDesk = relayDesk;
        this.closedDesk = closedDesk;
        this.serviceDesk = serviceDesk;
        this.wordlessDesk = wordlessDesk;
    }

    @Override
    public void handle(InboundSms sms) {
        handle(sms, whereabouts.asked());
    }

    /** Words on a relay number that are no answer and no command: as a rule they are passed on, and that is all. */
    @Override
    public boolean goesTogether(InboundSms sms) {
        return !sms.to().equals(ourNumbers.serviceNumber())
                && sms.optOut() == InboundSms.OptOut.NONE
                && sms.pictures() == 0
                && CommandParser.isOnlyWords(CleanText.of(sms.body()));
    }

    @Override
    public int room() {
        return outbox.room();
    }

    @Override
    public void handleTogether(List<InboundSms> texts) {
        Whereabouts.Known known = whereabouts.of(texts.stream()
                .map(sms -> new Handset(sms.to(), blindIndex.of(sms.from())))
                .collect(Collectors.toSet()));
        outbox.together(() -> texts.forEach(sms -> handle(sms, known)));
    }

    private void handle(InboundSms sms, Whereabouts.Known known) {
        String sender = blindIndex.of(sms.from());
        String written = CleanText.of(sms.body());
        if (optOutDesk.read(sms, sender, written)) {
            return;
        }
        boolean wordless = WordlessDesk.isFor(sms, written);
        if (sms.to().equals(ourNumbers.serviceNumber())) {
            if (wordless) {
                wordlessDesk.onService(sms, sender);
            } else {
                serviceDesk.read(sms, sender, written);
            }
            return;
        }
        Optional<RelayPlace> place = known.placeOf(sms.to(), sender);
        if (place.isEmpty()) {
            closedDesk.answerStranger(sms, sender, written);
            return;
        }
        Conversation conversation = known.conversation(place.get().assignmentId());
        if (place.get().open() && wordless) {
            wordlessDesk.inConversation(conversation, place.get().party(), sms);
        } else if (place.get().open()) {
            relayDesk.read(conversation, place.get().party(), sms, written);
        } else {
            if (wordless) {
                wordlessDesk.note(conversation);
            }
            closedDesk.answerLate(conversation, place.get().party(), sms, written);
        }
    }
}
