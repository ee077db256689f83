package org.peerline.calls.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.calls.negotiation.Agreement.Via;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.CallOutcome.Lapsed;
import org.peerline.calls.negotiation.CallOutcome.Proposed;
import org.peerline.calls.negotiation.Speaker;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Questions;
import org.peerline.sms.outbox.QuietHours;
import org.peerline.sms.outbox.TextKind;

/**
 * Owes both people the same news of a step, in the transaction of the step. Who took it by the API has its answer and is
 * told no more than what is told to both; a requester for whom somebody spoke is told as if they had texted.
 */
@ApplicationScoped
public class CallNews {
    private final Conversations conversations;
    private final Outbox outbox;
    private final Questions questions;
    private final QuietHours quietHours;
    private final TimeSource time;

    CallNews(Conversations conversations, Outbox outbox, Questions questions, QuietHours quietHours, TimeSource time) {
        this.conversations = conversations;
        this.outbox = outbox;
        this.questions = questions;
        this.quietHours = quietHours;
        this.time = time;
    }

    public void tell(CallOutcome outcome, Speaker speaker) {
        if (outcome.changed().isEmpty()) {
            return;
        }
        Call call = outcome.about().orElseThrow();
        Conversation conversation = conversations.of(call.assignmentId());
        if (speaker.party() != null) {
            tellEach(outcome, speaker, call, conversation);
        }
        // A clock waits with its news until people are awake; people's own steps are told at once.
        Instant when = outcome instanceof Lapsed ? quietHours.over(time.now()) : time.now();
        for (Party party : Party.values()) {
            CallSentences.to(party, conversation)
                    .toBoth(outcome)
                    .ifPresent(text -> owe(TextKind.CALL, party, text, call, conversation, when));
        }
    }

    private void tellEach(CallOutcome outcome, Speaker speaker, Call call, Conversation conversation) {
        Party other = speaker.party().other();
        if (outcome instanceof Proposed) {
            // From now on their OK or NO answers this.
            questions.forgetYesOrNo(
                    conversation.assignment().relayNumber(),
                    conversation.recipient(other).number());
        }
        CallSentences.to(other, conversation)
                .toTheOther(outcome)
                .forEach(text -> owe(TextKind.CALL, other, text, call, conversation, time.now()));
        if (speaker.via() != Via.API) {
            TextKind kind = speaker.via() == Via.SMS ? TextKind.ANSWER : TextKind.CALL;
            CallSentences.to(speaker.party(), conversation)
                    .toTheSpeaker(outcome)
                    .ifPresent(text -> owe(kind, speaker.party(), text, call, conversation, time.now()));
        }
    }

    private void owe(TextKind kind, Party to, String text, Call call, Conversation conversation, Instant when) {
        var concerns = new OwedText.Concerns(
                conversation.request().id(), conversation.assignment().id(), call.id());
        outbox.say(
                OwedText.ours(
                        kind,
                        conversation.assignment().relayNumber(),
                        conversation.recipient(to),
                        conversation.requester().id(),
                        text,
                        concerns),
                when);
    }
}
