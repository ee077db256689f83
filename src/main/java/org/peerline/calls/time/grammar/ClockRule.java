package org.peerline.calls.time.grammar;

import static org.peerline.calls.time.words.Kind.*;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.peerline.calls.time.phrase.ClockFace;
import org.peerline.calls.time.phrase.ClockPhrase;
import org.peerline.calls.time.phrase.ClockPhrase.Exact;
import org.peerline.calls.time.phrase.ClockPhrase.Midnight;
import org.peerline.calls.time.words.Terms;

/** A time on the clock, however it is written, with am, pm or o'clock behind it. */
final class ClockRule {
    private ClockRule() {}

    static List<Match> matches(Terms terms, int place) {
        List<Match> matches = new ArrayList<>();
        int named = terms.number(place, 0, 2) == 12 ? place + 1 : place;
        if (terms.are(named, NOON)) {
            matches.add(match(named + 1, new Exact(LocalTime.NOON)));
        }
        if (terms.are(named, MIDNIGHT)) {
            matches.add(match(named + 1, new Midnight()));
        }
        List<ClockFace> faces = new ArrayList<>(DigitalClock.faces(terms, place));
        faces.addAll(SpokenClock.faces(terms, place));
        faces.forEach(face -> withHalfOfDay(terms, face, matches));
        return matches;
    }

    private static void withHalfOfDay(Terms terms, ClockFace face, List<Match> matches) {
        int end = terms.skip(face.end(), OCLOCK);
        if (terms.are(end, AM)) {
            face.am().ifPresent(time -> matches.add(match(end + 1, time)));
        }
        if (terms.are(end, PM)) {
            face.pm().ifPresent(time -> matches.add(match(end + 1, time)));
        }
        matches.add(match(end, face.alone()));
    }

    private static Match match(int end, ClockPhrase clock) {
        return new Match(end, phrase -> phrase.withClock(clock));
    }
}
