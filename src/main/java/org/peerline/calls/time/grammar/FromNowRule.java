package org.peerline.calls.time.grammar;

import static org.peerline.calls.time.words.Kind.*;

import java.time.Duration;
import java.util.List;
import org.peerline.calls.time.words.Terms;

/** "In two hours", "in an hour and a half", "45 minutes from now". */
final class FromNowRule {
    private static final int HALF_AN_HOUR = 30;

    private FromNowRule() {}

    static List<Match> matches(Terms terms, int place) {
        boolean begun = terms.are(place, IN);
        Span span = span(terms, terms.skip(place, IN));
        if (span == null || !(begun || terms.are(span.end(), FROM_NOW))) {
            return List.of();
        }
        Duration duration = Duration.ofMinutes(span.minutes());
        return List.of(new Match(terms.skip(span.end(), FROM_NOW), phrase -> phrase.withFromNow(duration)));
    }

    private static Span span(Terms terms, int place) {
        if (terms.are(place, HALF)) {
            int hour = terms.skip(place + 1, A);
            return terms.are(hour, HOUR) ? new Span(HALF_AN_HOUR, hour + 1) : null;
        }
        if (terms.are(place, A, HALF, HOUR)) {
            return new Span(HALF_AN_HOUR, place + 3);
        }
        if (terms.are(place, NUMBER, MINUTE)) {
            return new Span(terms.value(place, NUMBER), place + 2);
        }
        if (terms.are(place, NUMBER, DOT, NUMBER, HOUR)) {
            boolean half = terms.number(place + 2, 1, 1) == 5;
            return half ? new Span(terms.value(place, NUMBER) * 60L + HALF_AN_HOUR, place + 4) : null;
        }
        if (terms.are(place, NUMBER, AND, A, HALF, HOUR)) {
            return new Span(terms.value(place, NUMBER) * 60L + HALF_AN_HOUR, place + 5);
        }
        if (terms.are(place, NUMBER, HOUR) || terms.are(place, A, HOUR)) {
            long hours = terms.are(place, NUMBER) ? terms.value(place, NUMBER) : 1;
            return withMinutes(terms, new Span(hours * 60, place + 2));
        }
        return terms.are(place, HOUR) ? withMinutes(terms, new Span(60, place + 1)) : null;
    }

    private static Span withMinutes(Terms terms, Span hours) {
        int next = terms.skip(hours.end(), AND);
        if (terms.are(hours.end(), AND, A, HALF)) {
            return new Span(hours.minutes() + HALF_AN_HOUR, next + 2);
        }
        if (terms.are(next, NUMBER, MINUTE)) {
            return new Span(hours.minutes() + terms.value(next, NUMBER), next + 2);
        }
        return hours;
    }

    private record Span(long minutes, int end) {}
}
