package org.peerline.calls.time;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.peerline.wording.Language;

/**
 * Writes the time of a call: "Thu 26 Nov, 7:00pm UK time". Only letters of the GSM alphabet, which has no circumflex,
 * so that a time never makes a text longer to send. Noon, midnight and the hour that comes twice are told apart.
 */
public final class CallTimeWords {
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private static final WordsOf ENGLISH = new WordsOf(
            List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
            "am",
            "pm",
            "12 noon",
            "00:00 (start of day)",
            "summer time",
            "winter time",
            "UK time",
            "your time",
            "or");

    private static final WordsOf WELSH = new WordsOf(
            List.of("Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul"),
            List.of("Ion", "Chwef", "Mawrth", "Ebrill", "Mai", "Meh", "Gorff", "Awst", "Medi", "Hyd", "Tach", "Rhag"),
            "yb",
            "yh",
            "12 canol dydd",
            "00:00 (dechrau'r dydd)",
            "amser haf",
            "amser gaeaf",
            "amser y DU",
            "eich amser chi",
            "neu ddydd");

    /** In UK time, whatever the zone of {@code at}. */
    public String ukTime(ZonedDateTime at, Language language) {
        WordsOf words = words(language);
        ZonedDateTime uk = at.withZoneSameInstant(UK);
        return date(uk, words) + ", " + clock(uk, words) + " " + words.ukTime();
    }

    /** In UK time, with the reader's own clock beside it where that shows something else, and their date too. */
    public String ukAndYourTime(ZonedDateTime at, ZoneId yours, Language language) {
        WordsOf words = words(language);
        ZonedDateTime uk = at.withZoneSameInstant(UK);
        ZonedDateTime there = at.withZoneSameInstant(yours);
        if (uk.toLocalDateTime().equals(there.toLocalDateTime())) {
            return ukTime(at, language);
        }
        String day = uk.toLocalDate().equals(there.toLocalDate()) ? "" : date(there, words) + ", ";
        return ukTime(at, language) + " (" + day + clock(there, words) + " " + words.yourTime() + ")";
    }

    /** "A, B or C". In Welsh the day behind the last word takes its "dydd", as the first one does in every text. */
    public String oneOf(List<String> times, Language language) {
        int last = times.size() - 1;
        return last == 0
                ? times.get(0)
                : String.join(", ", times.subList(0, last)) + " "
                        + words(language).or() + " " + times.get(last);
    }

    private static WordsOf words(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case CY -> WELSH;
        };
    }

    private static String date(ZonedDateTime at, WordsOf words) {
        return words.days().get(at.getDayOfWeek().ordinal()) + " " + at.getDayOfMonth() + " "
                + words.months().get(at.getMonth().ordinal());
    }

    private static String clock(ZonedDateTime at, WordsOf words) {
        var rules = at.getZone().getRules();
        if (rules.getValidOffsets(at.toLocalDateTime()).size() < 2) {
            return clock(at.toLocalTime(), words);
        }
        boolean summer = rules.isDaylightSavings(at.toInstant());
        return clock(at.toLocalTime(), words) + " (" + (summer ? words.summer() : words.winter()) + ")";
    }

    private static String clock(LocalTime time, WordsOf words) {
        if (time.equals(LocalTime.NOON)) {
            return words.noon();
        }
        if (time.equals(LocalTime.MIDNIGHT)) {
            return words.midnight();
        }
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minute = time.getMinute() < 10 ? "0" + time.getMinute() : "" + time.getMinute();
        return hour + ":" + minute + (time.getHour() < 12 ? words.am() : words.pm());
    }

    private record WordsOf(
            List<String> days,
            List<String> months,
            String am,
            String pm,
            String noon,
            String midnight,
            String summer,
            String winter,
            String ukTime,
            String yourTime,
            String or) {}
}
