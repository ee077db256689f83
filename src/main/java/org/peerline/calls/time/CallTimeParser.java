package org.peerline.calls.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peerline.calls.time.CallTimeReading.Reason;
import org.peerline.calls.time.CallTimeReading.Refused;
import org.peerline.calls.time.grammar.TimeGrammar;
import org.peerline.calls.time.phrase.TimePhrase;
import org.peerline.calls.time.words.Terms;
import org.peerline.calls.time.words.TimeText;
import org.peerline.wording.Language;

/**
 * Reads the time of a call from a text: what follows CALL or MOVE. A wrong time is worse than none, so the whole text
 * must be understood and nothing is guessed: what can be taken in two or three ways is handed back as a choice.
 */
public final class CallTimeParser {
    /** As many times as one text may offer to choose from. */
    public static final int MOST_ALTERNATIVES = 3;

    /** @param zone in which the writer counts; "UK time" in the text goes before it */
    public CallTimeReading read(String text, Instant now, ZoneId zone, Language language) {
        Optional<Terms> terms = TimeText.read(text, language);
        if (terms.isEmpty()) {
            return new Refused(Reason.NOT_UNDERSTOOD);
        }
        List<TimePhrase> phrases = TimeGrammar.phrases(terms.get());
        if (!phrases.isEmpty()) {
            return CallTimeResolution.of(phrases, now, zone);
        }
        List<List<TimePhrase>> several = alternatives(terms.get());
        boolean allAreTimes = several.size() > 1 && several.stream().noneMatch(List::isEmpty);
        return new Refused(allAreTimes ? Reason.TOO_MANY : whyNot(terms.get()));
    }

    /**
     * Whether a text in Welsh is about a time and nothing else, in all the words that the grammar knows. What is misspelt
     * is no time here.
     */
    public static boolean speaksOfATime(String text, Language language) {
        return language == Language.CY
                && TimeText.read(text, language)
                        .filter(terms -> alternatives(terms).stream().noneMatch(List::isEmpty))
                        .isPresent();
    }

    /**
     * The times offered in one text, "Thu 7pm, Fri 12:30 or Sat 10": at least one reading, at most three. An offer
     * without a day is for the day of the one before it. More than three offers are one refusal, {@code TOO_MANY}.
     */
    public List<CallTimeReading> readAlternatives(String text, Instant now, ZoneId zone, Language language) {
        Optional<Terms> terms = TimeText.read(text, language);
        if (terms.isEmpty()) {
            return List.of(new Refused(Reason.NOT_UNDERSTOOD));
        }
        List<List<TimePhrase>> alternatives = alternatives(terms.get());
        if (alternatives.size() > MOST_ALTERNATIVES) {
            boolean allAreTimes = alternatives.stream().noneMatch(List::isEmpty);
            return List.of(new Refused(allAreTimes ? Reason.TOO_MANY : Reason.NOT_UNDERSTOOD));
        }
        if (alternatives.size() <= 1) {
            return List.of(read(text, now, zone, language));
        }
        return alternatives.stream()
                .map(phrases -> phrases.isEmpty()
                        ? new Refused(whyNot(terms.get()))
                        : CallTimeResolution.of(phrases, now, zone))
                .distinct()
                .toList();
    }

    /** A comma stands between offers only where the text around it is not one time: "Thu 26 Nov, 7pm" is. */
    private static List<List<TimePhrase>> alternatives(Terms terms) {
        List<List<TimePhrase>> alternatives = new ArrayList<>();
        List<TimePhrase> before = List.of();
        for (Terms offer : terms.betweenOrs()) {
            List<Terms> parts = TimeGrammar.phrases(offer).isEmpty() ? offer.betweenCommas() : List.of(offer);
            for (Terms part : parts) {
                List<TimePhrase> phrases = onTheSameDay(TimeGrammar.phrases(part), before);
                alternatives.add(phrases);
                before = phrases;
            }
        }
        return alternatives;
    }

    private static List<TimePhrase> onTheSameDay(List<TimePhrase> phrases, List<TimePhrase> before) {
        if (before.isEmpty()) {
            return phrases;
        }
        return phrases.stream()
                .flatMap(phrase -> phrase.saysDay() || phrase.fromNow() != null
                        ? List.of(phrase).stream()
                        : before.stream().map(phrase::onTheDayOf))
                .distinct()
                .toList();
    }

    private static Reason whyNot(Terms terms) {
        return terms.leaveTheTimeOpen() ? Reason.VAGUE : Reason.NOT_UNDERSTOOD;
    }
}
