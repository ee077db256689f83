package org.peerline.conversation.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.calls.negotiation.Offer;
import org.peerline.calls.time.CallTimeParser;
import org.peerline.calls.time.CallTimeReading;
import org.peerline.calls.time.CallTimeReading.Ambiguous;
import org.peerline.calls.time.CallTimeReading.Reason;
import org.peerline.calls.time.CallTimeReading.Refused;
import org.peerline.calls.time.CallTimeReading.Understood;
import org.peerline.wording.calls.CallTexts;

/** Reads the times behind CALL or MOVE; where there is a doubt, their writer is asked. */
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
     * The one to three times that are meant; empty when the writer has been asked or told why there are none. "Tomorrow"
     * counts from when their text came in.
     *
     * @param question how to ask when a time can be read in two or three ways
     */
    Optional<Offer> read(CallTexter texter, CallQuestion question, String written) {
        String word = question.word();
        if (written.isBlank()) {
            replies.say(texter, texter.texts().hourMissing(word));
            return Optional.empty();
        }
        List<CallTimeReading> readings = parser.readAlternatives(written, texter.sent(), zone, texter.language());
        Optional<Reason> reason = readings.stream()
                .filter(Refused.class::isInstance)
                .map(refused -> ((Refused) refused).reason())
                .findFirst();
        if (reason.isPresent()) {
            replies.say(texter, whyNot(texter.texts(), reason.get(), word));
            return Optional.empty();
        }
        List<Ambiguous> doubts = readings.stream()
                .filter(Ambiguous.class::isInstance)
                .map(Ambiguous.class::cast)
                .toList();
        List<ZonedDateTime> clear = readings.stream()
                .filter(Understood.class::isInstance)
                .map(understood -> ((Understood) understood).at())
                .toList();
        if (doubts.isEmpty()) {
            return Optional.of(new Offer(clear));
        }
        if (doubts.size() > 1) {
            replies.say(texter, texter.texts().severalAmbiguous(word));
        } else {
            questions.ask(texter, question, choices(doubts.get(0), clear));
        }
        return Optional.empty();
    }

    /** Each reading of the one doubtful time, beside the others. */
    private static List<CallChoice> choices(Ambiguous doubt, List<ZonedDateTime> clear) {
        return doubt.readings().stream()
                .map(reading -> {
                    var times = new ArrayList<Instant>();
                    clear.forEach(at -> times.add(at.toInstant()));
                    times.add(reading.toInstant());
                    return CallChoice.times(reading.toInstant(), times);
                })
                .toList();
    }

    Offer offer(List<Instant> times) {
        return new Offer(times.stream().map(time -> time.atZone(zone)).toList());
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
