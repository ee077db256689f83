package org.peerline.conversation.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.calls.AnswerProposal;
import org.peerline.calls.OverlappingCalls;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.CallOutcome.Agreed;
import org.peerline.calls.negotiation.Negotiation;
import org.peerline.calls.negotiation.Offer;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.Messages;
import org.peerline.sms.outbox.Messages.ReadText;
import org.peerline.sms.outbox.QuietHours;
import org.peerline.sms.outbox.TextKind;

/**
 * OK, NO, or the number of one of several times. A bare word answers the last text that its writer can have read: only if
 * that was about the open proposal is it an answer to it. A word that crossed with a newer suggestion, or that answers
 * what the other person wrote, agrees and declines nothing; its writer is asked.
 */
@ApplicationScoped
class AnsweringDesk {
    private final AnswerProposal answerProposal;
    private final OverlappingCalls overlappingCalls;
    private final Messages messages;
    private final OpenCalls openCalls;
    private final CallReplies replies;
    private final QuietHours quietHours;
    private final TimeSource time;
    private final Duration reading;

    AnsweringDesk(
            AnswerProposal answerProposal,
            OverlappingCalls overlappingCalls,
            Messages messages,
            OpenCalls openCalls,
            CallReplies replies,
            QuietHours quietHours,
            TimeSource time,
            @ConfigProperty(name = "peerline.clock.call.answer-takes", defaultValue = "PT5S") Duration reading) {
        this.answerProposal = answerProposal;
        this.overlappingCalls = overlappingCalls;
        this.messages = messages;
        this.openCalls = openCalls;
        this.replies = replies;
        this.quietHours = quietHours;
        this.time = time;
        this.reading = reading;
    }

    /** False when the words are for the other person, who then gets them. */
    boolean yesOrNo(CallTexter texter, boolean yes) {
        boolean lapsed = openCalls.lapse(texter);
        Optional<Call> theirs = openCalls.theirs(texter);
        if (theirs.isEmpty()) {
            return (lapsed && sayThatNothingIsOpen(texter)) || nothingToAnswer(texter, openCalls.of(texter), yes);
        }
        Call call = theirs.get();
        Optional<ReadText> read = lastRead(texter);
        if (read.flatMap(ReadText::call).filter(call.id()::equals).isPresent()) {
            if (yes && call.times().size() > 1) {
                replies.tellAgain(texter, call);
            } else {
                answer(texter, call, yes, Optional.empty());
            }
            return true;
        }
        if (read.filter(text -> text.kind() == TextKind.RELAYED).isPresent()) {
            return false;
        }
        replies.tellAgain(texter, call);
        return true;
    }

    /** The number of one of the times offered; false when there is no such offer, or no such number. */
    boolean choose(CallTexter texter, int number) {
        boolean lapsed = openCalls.lapse(texter);
        Optional<Call> theirs =
                openCalls.theirs(texter).filter(call -> call.times().size() > 1);
        if (theirs.isEmpty()) {
            return lapsed && sayThatNothingIsOpen(texter);
        }
        Call call = theirs.get();
        Optional<ReadText> read = lastRead(texter);
        boolean aboutIt = read.flatMap(ReadText::call).filter(call.id()::equals).isPresent();
        if (!aboutIt && read.filter(text -> text.kind() == TextKind.RELAYED).isPresent()) {
            return false;
        }
        if (!aboutIt || number > call.times().size()) {
            replies.tellAgain(texter, call);
        } else {
            ZonedDateTime chosen = call.times().get(number - 1);
            answer(texter, call, true, Optional.of(chosen));
        }
        return true;
    }

    private void answer(CallTexter texter, Call call, boolean yes, Optional<ZonedDateTime> chosen) {
        String when = chosen.map(texter::when).orElseGet(() -> texter.when(call));
        Optional<Instant> time = chosen.map(ZonedDateTime::toInstant);
        CallOutcome outcome = yes
                ? answerProposal.accept(call.id(), texter.speaker(), time)
                : answerProposal.decline(call.id(), texter.speaker());
        replies.sayIfRefused(texter, outcome, when, "CALL");
        if (outcome instanceof Agreed agreed && texter.party() == Party.PEER) {
            pointOutOverlap(texter, agreed.call());
        }
    }

    private void pointOutOverlap(CallTexter texter, Call agreed) {
        var assignment = texter.conversation().assignment();
        overlappingCalls
                .of(assignment.peerId(), assignment.id(), Offer.of(agreed.startsAt()))
                .ifPresent(overlap -> replies.say(
                        texter, texter.peerTexts().overlapNoted(overlap.reference(), texter.when(overlap.startsAt()))));
    }

    /** The news of the lapse is the answer; in the quiet hours it waits for the morning, and whoever wrote must not. */
    private boolean sayThatNothingIsOpen(CallTexter texter) {
        Instant now = time.now();
        if (quietHours.over(now).isAfter(now)) {
            replies.say(texter, texter.texts().nothingOpen());
        }
        return true;
    }

    /** Where the other person spoke last, a bare yes or no is for them. */
    private boolean nothingToAnswer(CallTexter texter, Negotiation negotiation, boolean yes) {
        boolean weSpokeLast = lastRead(texter)
                .filter(text -> text.kind() == TextKind.CALL
                        || text.kind() == TextKind.REMINDER
                        || text.kind() == TextKind.ANSWER)
                .isPresent();
        if (!weSpokeLast) {
            return false;
        }
        var texts = texter.texts();
        String name = texter.nameOfTheOther();
        Optional<Call> own = negotiation.open();
        List<Call> agreed = negotiation.agreed();
        if (own.isPresent()) {
            replies.say(texter, texts.ownProposal(name, texter.when(own.get())));
        } else if (yes && agreed.size() == 1) {
            replies.say(texter, texts.alreadyAgreed(name, texter.when(agreed.get(0))));
        } else {
            replies.say(texter, texts.nothingOpen());
        }
        return true;
    }

    private Optional<ReadText> lastRead(CallTexter texter) {
        return messages.lastRead(
                texter.party(), texter.conversation().assignment().id(), texter.sent(), reading);
    }
}
