package org.peerline.calls.news;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.assignments.Conversation;
import org.peerline.calls.negotiation.Agreement.Via;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.CallOutcome.FurtherCallNoted;
import org.peerline.calls.negotiation.CallOutcome.Reported;
import org.peerline.calls.negotiation.Speaker;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.TextKind;

/**
 * What is said once it is known how a call went. After one that was missed both are helped to a new time, without blame;
 * after one that took place only a peer who texted is answered. Once the conversation has ended,
 * thanks are all that is said.
 */
@ApplicationScoped
class AfterwardsNews {
    private final CallTray tray;
    private final TimeSource time;

    AfterwardsNews(CallTray tray, TimeSource time) {
        this.tray = tray;
        this.time = time;
    }

    void tell(CallOutcome outcome, Speaker speaker, Call call, Conversation conversation) {
        boolean byText = speaker.via() == Via.SMS;
        if (!conversation.assignment().isOpen()) {
            if (byText) {
                answer(conversation.textsFor(Party.PEER).outcomes().noted(), call, conversation);
            }
            return;
        }
        String name = conversation.nameOf(Party.REQUESTER);
        var toPeer = conversation.textsFor(Party.PEER).outcomes();
        if (outcome instanceof Reported reported && reported.held() && byText) {
            answer(toPeer.held(name, when(Party.PEER, call, conversation)), call, conversation);
        }
        if (outcome instanceof Reported reported && !reported.held()) {
            for (Party party : Party.values()) {
                if (byText && party == speaker.party()) {
                    answer(toPeer.missedNoted(name), call, conversation);
                } else {
                    tellMissed(party, call, conversation);
                }
            }
        }
        if (outcome instanceof FurtherCallNoted noted && byText) {
            answer(noted.wouldHelp() ? toPeer.more(name) : toPeer.enough(), call, conversation);
        }
    }

    private void tellMissed(Party party, Call call, Conversation conversation) {
        String text = conversation
                .textsFor(party)
                .outcomes()
                .missed(conversation.nameOf(party.other()), when(party, call, conversation));
        tray.owe(TextKind.CALL, party, text, call, conversation, time.now());
    }

    private void answer(String text, Call call, Conversation conversation) {
        tray.owe(TextKind.ANSWER, Party.PEER, text, call, conversation, time.now());
    }

    private static String when(Party reader, Call call, Conversation conversation) {
        return CallSentences.to(reader, conversation).when(call);
    }
}
