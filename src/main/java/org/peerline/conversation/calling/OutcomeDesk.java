package org.peerline.conversation.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.peerline.calls.Calls;
import org.peerline.calls.RecordOutcome;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallReport;
import org.peerline.core.TimeSource;

/** HELD and MISSED, MORE and ENOUGH, from a peer after a call. */
@ApplicationScoped
class OutcomeDesk {
    private static final int MOST_CHOICES = 5;

    /** A word about a call that is over this long is rather about the one to come. */
    private static final Duration JUST_NOW = Duration.ofDays(1);

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
            replies.say(texter, whyNotNow(texter));
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

    /** It is on record already, it is still to come, or there is none. */
    private String whyNotNow(CallTexter texter) {
        UUID assignment = texter.conversation().assignment().id();
        Instant now = time.now();
        Optional<Call> next = calls.negotiation(assignment, now).agreed().stream()
                .min(Comparator.comparing(call -> call.startsAt().toInstant()));
        return calls.latestReported(assignment)
                .filter(last -> next.isEmpty() || last.startsAt().toInstant().isAfter(now.minus(JUST_NOW)))
                .map(texter::onRecord)
                .or(() -> next.map(texter::notBegun))
                .orElseGet(texter.outcomeTexts()::nothingToReport);
    }

    private void report(CallTexter texter, Call call, CallQuestion question, OptionalInt minutes) {
        var report = question == CallQuestion.CALL_THAT_WAS_HELD ? CallReport.held(minutes) : CallReport.missed();
        replies.sayIfRefused(
                texter, recordOutcome.record(call.id(), texter.speaker(), report), texter.when(call), question.word());
    }
}
