package org.peerline.conversation.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.calls.time.CallTimeParser;
import org.peerline.calls.time.CallTimeReading;
import org.peerline.calls.time.CallTimeReading.Ambiguous;
import org.peerline.calls.time.CallTimeReading.Reason;
import org.peerline.calls.time.CallTimeReading.Refused;
import org.peerline.calls.time.CallTimeReading.Understood;
import org.peerline.wording.CallTexts;

/** Reads the time behind CALL or MOVE; where there is a doubt, its writer is asked. */
@ApplicationScoped
class CallTimeDesk {
    private final CallTimeParser parser = new CallTimeParser();
    private final CallQuestions questions;
    private final CallReplies replies;
    private final ZoneId zone;

    CallTimeDesk(
            CallQuestions questions, CallReplies replies, @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.questions = questions;
        this.replies = replies;
        this.zone = zone;
    }

    /**
     * The one time that is meant; empty when the writer has been asked or told why there is none.
     *
     * @param question how to ask when the text can be read in two or three ways
     * @param sent when the text came in, which is what "tomorrow" counts from
     */
    Optional<ZonedDateTime> read(CallTexter texter, CallQuestion question, String written, Instant sent) {
        String word = question.word();
        if (written.isBlank()) {
            replies.say(texter, texter.texts().hourMissing(word));
            return Optional.empty();
        }
        CallTimeReading reading = parser.read(written, sent, zone, texter.language());
        if (reading instanceof Understood understood) {
            return Optional.of(understood.at());
        }
        if (reading instanceof Ambiguous ambiguous) {
            questions.ask(
                    texter,
                    question,
                    ambiguous.readings().stream()
                            .map(at -> CallChoice.time(at.toInstant()))
                            .toList());
            return Optional.empty();
        }
        replies.say(texter, whyNot(texter.texts(), ((Refused) reading).reason(), word));
        return Optional.empty();
    }

    private static String whyNot(CallTexts texts, Reason reason, String word) {
        return switch (reason) {
            case NOT_UNDERSTOOD -> texts.timeNotUnderstood(word);
            case NO_TIME -> texts.hourMissing(word);
            case VAGUE -> texts.timeVague(word);
            case PAST -> texts.timePast(word);
            case TOO_FAR -> texts.timeTooFar(word, CallTimeReading.MOST_DAYS_AHEAD);
            case TOO_MANY -> texts.tooManyTimes(word);
            case WRONG_WEEKDAY -> texts.wrongWeekday(word);
            case DOES_NOT_EXIST -> texts.timeDoesNotExist(word);
        };
    }
}
