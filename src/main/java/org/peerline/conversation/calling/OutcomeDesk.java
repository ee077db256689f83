package org.peerline.conversation.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.peerline.calls.Calls;
import org.peerline.calls.RecordOutcome;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallReport;
import org.peerline.core.TimeSource;

/** HELD and MISSED, MORE and ENOUGH, from a peer after a call. */
@ApplicationScoped
class OutcomeDesk {
    private static final int MOST_CHOICES = 5;

    private final RecordOutcome recordOutcome;
    private final Calls calls;
    private final CallQuestions questions;
    private final CallReplies replies;
    private final TimeSource time;

    OutcomeDesk(
            RecordOutcome recordOutcome, Calls calls, CallQuestions questions, CallReplies replies, TimeSource time) {
        this.recordOutcome = recordOutcome;
        this.calls = calls;
        this.questions = questions;
        this.replies = replies;
        this.time = time;
    }

    /** Whether a call has begun of which nobody has said how it went. */
    boolean isAwaited(CallTexter texter) {
        return !calls.withoutOutcome(texter.conversation().assignment().id(), time.now())
                .isEmpty();
    }

    void held(CallTexter texter, OptionalInt minutes) {
        if (minutes.isPresent() && !CallReport.isPlausible(minutes.getAsInt())) {
            replies.say(texter, texter.outcomeTexts().minutesNotPlausible());
        } else {
            report(texter, CallQuestion.CALL_THAT_WAS_HELD, minutes);
        }
    }

    void missed(CallTexter texter) {
        report(texter, CallQuestion.CALL_THAT_WAS_MISSED, OptionalInt.empty());
    }

    void chosen(CallTexter texter, CallQuestion question, CallChoice choice) {
        report(texter, calls.findById(choice.call().orElseThrow()), question, choice.minutes());
    }

    /** MORE or ENOUGH; false when no call waits for it, because both are also words of conversation. */
    boolean furtherCall(CallTexter texter, boolean wouldHelp) {
        Optional<Call> latest =
                calls.latestToFollow(texter.conversation().assignment().id());
        latest.ifPresent(call -> recordOutcome.furtherCall(call.id(), texter.speaker(), wouldHelp));
        return latest.isPresent();
    }

    private void report(CallTexter texter, CallQuestion question, OptionalInt minutes) {
        List<Call> waiting =
                calls.withoutOutcome(texter.conversation().assignment().id(), time.now());
        if (waiting.isEmpty()) {
            replies.say(texter, texter.outcomeTexts().nothingToReport());
        } else if (waiting.size() == 1) {
            report(texter, waiting.get(0), question, minutes);
        } else {
            questions.ask(
                    texter,
                    question,
                    waiting.stream()
                            .limit(MOST_CHOICES)
                            .map(call -> CallChoice.outcome(call.startsAt().toInstant(), call.id(), minutes))
                            .toList());
        }
    }

    private void report(CallTexter texter, Call call, CallQuestion question, OptionalInt minutes) {
        var report = question == CallQuestion.CALL_THAT_WAS_HELD ? CallReport.held(minutes) : CallReport.missed();
        replies.sayIfRefused(
                texter, recordOutcome.record(call.id(), texter.speaker(), report), texter.when(call), question.word());
    }
}
