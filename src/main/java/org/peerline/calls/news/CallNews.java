package org.peerline.calls.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.calls.negotiation.Agreement.Via;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.CallOutcome.Agreed;
import org.peerline.calls.negotiation.CallOutcome.CalledOff;
import org.peerline.calls.negotiation.CallOutcome.FurtherCallNoted;
import org.peerline.calls.negotiation.CallOutcome.Lapsed;
import org.peerline.calls.negotiation.CallOutcome.Proposed;
import org.peerline.calls.negotiation.CallOutcome.Reported;
import org.peerline.calls.negotiation.Speaker;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
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
    private final CallTray tray;
    private final ClockNews clockNews;
    private final AfterwardsNews afterwards;
    private final Questions questions;
    private final QuietHours quietHours;
    private final TimeSource time;

    CallNews(
            Conversations conversations,
            CallTray tray,
            ClockNews clockNews,
            AfterwardsNews afterwards,
            Questions questions,
            QuietHours quietHours,
            TimeSource time) {
        this.conversations = conversations;
        this.tray = tray;
        this.clockNews = clockNews;
        this.afterwards = afterwards;
        this.questions = questions;
        this.quietHours = quietHours;
        this.time = time;
    }

    /**
     * What will not take place any more because the conversation has ended; in the transaction that ends it. News from
     * the night waits until people are awake, unless they would get up for the call.
     */
    public void ended(UUID assignment, List<Call> calls, boolean byTheClock) {
        if (calls.isEmpty()) {
            return;
        }
        Instant now = time.now();
        Instant awake = quietHours.over(now);
        boolean tooLate =
                calls.stream().anyMatch(call -> !call.startsAt().toInstant().isAfter(awake));
        Instant when = byTheClock && !tooLate ? awake : now;
        Conversation conversation = conversations.of(assignment);
        for (Party party : Party.values()) {
            String text = CallSentences.to(party, conversation).ended(calls);
            owe(TextKind.CALL, party, text, calls.get(0), conversation, when);
        }
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
        if (outcome instanceof Reported || outcome instanceof FurtherCallNoted) {
            afterwards.tell(outcome, speaker, call, conversation);
        }
        // A clock waits with its news until people are awake; people's own steps are told at once.
        Instant when = outcome instanceof Lapsed ? quietHours.over(time.now()) : time.now();
        for (Party party : Party.values()) {
            CallSentences.to(party, conversation)
                    .toBoth(outcome)
                    .ifPresent(text -> owe(TextKind.CALL, party, text, call, conversation, when));
        }
        if (outcome instanceof Agreed) {
            clockNews.sayHowToRingUnlessReminded(call, conversation);
        }
    }

    private void tellEach(CallOutcome outcome, Speaker speaker, Call call, Conversation conversation) {
        Party other = speaker.party().other();
        if (outcome instanceof Proposed) {
            makeRoomForTheAnswer(
                    call,
                    conversation.assignment().relayNumber(),
                    conversation.recipient(other).number());
        }
        List<String> sentences = CallSentences.to(other, conversation).toTheOther(outcome);
        for (int sentence = 0; sentence < sentences.size(); sentence++) {
            boolean last = sentence == sentences.size() - 1;
            Call about = last ? call : goneWith(outcome).orElse(call);
            owe(TextKind.CALL, other, sentences.get(sentence), about, conversation, time.now());
        }
        if (speaker.via() != Via.API) {
            TextKind kind = speaker.via() == Via.SMS ? TextKind.ANSWER : TextKind.CALL;
            CallSentences.to(speaker.party(), conversation)
                    .toTheSpeaker(outcome)
                    .ifPresent(text -> owe(kind, speaker.party(), text, call, conversation, time.now()));
        }
    }

    /** The suggestion that the step has ended beside what it was about. */
    private static Optional<Call> goneWith(CallOutcome outcome) {
        if (outcome instanceof CalledOff off) {
            return off.along();
        }
        return outcome instanceof Proposed proposed ? proposed.instead() : Optional.empty();
    }

    /** From now on an OK or NO answers this; where there are times to choose from, a number too. */
    private void makeRoomForTheAnswer(Call proposed, PhoneNumber ours, PhoneNumber person) {
        if (proposed.times().size() > 1) {
            questions.forget(ours, person);
        } else {
            questions.forgetYesOrNo(ours, person);
        }
    }

    private void owe(TextKind kind, Party to, String text, Call call, Conversation conversation, Instant when) {
        tray.owe(kind, to, text, call, conversation, when);
    }
}
