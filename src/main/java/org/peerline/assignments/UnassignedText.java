package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
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

/** What a requester is told while nobody is assigned, from the service number; in the caller's transaction. */
@ApplicationScoped
public class UnassignedText {
    private final Requesters requesters;
    private final Outbox outbox;
    private final OurNumbers ourNumbers;
    private final Helpline helpline;

    UnassignedText(Requesters requesters, Outbox outbox, OurNumbers ourNumbers, Helpline helpline) {
        this.requesters = requesters;
        this.outbox = outbox;
        this.ourNumbers = ourNumbers;
        this.helpline = helpline;
    }

    /** Nobody is free: said honestly, with the 24/7 line as the alternative. */
    public void waiting(SupportRequest request, Requester requester) {
        say(request, requester, requester.texts().introduction().waiting(helpline.number()));
    }

    /** The request was closed before anybody was found. */
    public void closed(SupportRequest request) {
        Requester requester = requesters.findById(request.requesterId());
        say(request, requester, requester.texts().ending().closedWhileWaiting(helpline.number()));
    }

    private void say(SupportRequest request, Requester requester, String text) {
        outbox.say(OwedText.ours(
                TextKind.NOTICE,
                ourNumbers.serviceNumber(),
                Recipient.of(Party.REQUESTER, requester.id(), requesters.contactNumber(requester)),
                requester.id(),
                text,
                new OwedText.Concerns(request.id(), null, null)));
    }
}
