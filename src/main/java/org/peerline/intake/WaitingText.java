package org.peerline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.peerline.core.Party;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.SupportRequest;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.wording.Helpline;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** Tells a requester honestly that nobody is free, with the 24/7 line as the alternative. From the service number. */
@ApplicationScoped
class WaitingText {
    private final Requesters requesters;
    private final Outbox outbox;
    private final OurNumbers ourNumbers;
    private final Helpline helpline;

    WaitingText(Requesters requesters, Outbox outbox, OurNumbers ourNumbers, Helpline helpline) {
        this.requesters = requesters;
        this.outbox = outbox;
        this.ourNumbers = ourNumbers;
        this.helpline = helpline;
    }

    void owe(SupportRequest request, Requester requester) {
        var language = Language.valueOf(requester.language().toUpperCase(Locale.ROOT));
        var texts = requester.neutralWording() ? SmsTexts.neutral(language) : SmsTexts.in(language);
        outbox.say(OwedText.ours(
                TextKind.NOTICE,
                ourNumbers.serviceNumber(),
                Recipient.of(Party.REQUESTER, requester.id(), requesters.contactNumber(requester)),
                requester.id(),
                texts.introduction().waiting(helpline.number()),
                new OwedText.Concerns(request.id(), null, null)));
    }
}
