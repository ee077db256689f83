package org.peerline.conversation.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.peerline.wording.Language;

/**
 * Whether words look like a time at all, before anybody tries to read one. It tells "CALL Thu 7pm" from "Call me when you
 * can" and "Call 999": nothing but words of time, and at least one that names a moment.
 *
 * <p>A misspelt day still looks like one, so that its writer is asked instead of being taken for chatting.
 */
final class TimeHint {
    /** Three times, each with its day in full. */
    private static final int LONGEST = 100;

    /**
     * Words of time.
     *
     * @param moments name a moment
     * @param beside say nothing alone
     * @param oftenMisspelt moments too, when two letters of them are wrong
     */
    private record Words(Set<String> moments, Set<String> beside, List<String> oftenMisspelt) {
        static Words of(String moments, String beside, String oftenMisspelt) {
            return new Words(Set.of(moments.split(" ")), Set.of(beside.split(" ")), List.of(oftenMisspelt.split(" ")));
        }
    }

    private static final Words ENGLISH = Words.of(
            "mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday "
                    + "today tomorrow tmrw tmr tomoz tonight tonite noon midday midnight morning afternoon evening "
                    + "eve night lunchtime weekend hour hours hr hrs minute minutes min mins "
                    + "one two three four five six seven eight nine ten eleven twelve",
            "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october "
                    + "nov november dec december next this on at the of in a an half quarter past to or and from "
                    + "between by around about approx after before week weeks day days time uk gmt bst am pm "
                    + "a.m p.m a.m. p.m. o'clock oclock ish st nd rd th",
            "monday tuesday wednesday thursday friday saturday sunday tomorrow tonight");

    /** With the mutations. "Mawrth" is a day before it is a month. */
    private static final Words WELSH = Words.of(
            "llun lun mawrth fawrth mercher fercher iau gwener wener sadwrn sul heddiw heno yfory fory drennydd "
                    + "hanner ganol canol bore prynhawn pnawn brynhawn hwyr nos noson penwythnos awr oriau munud funud "
                    + "munudau un dau ddau dwy ddwy tri dri tair dair pedwar bedwar pedair bedair pump bump pum chwech "
                    + "chwe saith wyth naw deg ddeg deuddeg ddeuddeg",
            "dydd ddydd ionawr ion chwefror chwef ebrill ebr mai fai mehefin fehefin meh gorffennaf orffennaf gorff awst "
                    + "medi fedi hydref hyd tachwedd dachwedd tach rhagfyr ragfyr rhag nesaf nesa yma hwn hon am ar y yr "
                    + "o o'r i yn mewn ymhen neu a wedi chwarter gloch tua oddeutu rhwng cyn tan wythnos diwrnod amser "
                    + "du yb yh yp",
            "mercher fercher gwener sadwrn");

    private static final Pattern CLOCK =
            Pattern.compile("\\d{1,2}(?:[:.h]\\d{2})?(?:am|pm|yb|yh|yp|a|p|ish|st|nd|rd|th|h|hrs|mins?)?");

    /** Without a colon only a real time of day: "4512" is somebody's extension. */
    private static final Pattern DIGITS_ONLY = Pattern.compile("(?:[01]?\\d|2[0-3])[0-5]\\d(?:am|pm|h|hrs)?");

    private static final Pattern DATE = Pattern.compile("\\d{1,4}[/.-]\\d{1,2}(?:[/.-]\\d{2,4}|[/.-]\\d{1,2})?");
    private static final Pattern SPAN =
            Pattern.compile("\\d{1,2}(?:[:.]\\d{2})?(?:am|pm)?-\\d{1,2}(?:[:.]\\d{2})?(?:am|pm)?");
    private static final Pattern ISO =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}t\\d{2}:\\d{2}(?::\\d{2})?(?:z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{3,4}");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    /** Read as clock times they would be 1:01am and so on; people mean the telephone. */
    private static final Set<String> TELEPHONES = Set.of("101", "105", "111", "112", "116", "119", "123");

    private TimeHint() {}

    /** @param language that the writer has chosen; whoever chose Welsh may write either */
    static boolean looksLikeATime(String when, Language language) {
        if (when.length() > LONGEST) {
            return false;
        }
        List<String> words = List.of(when.toLowerCase(Locale.ROOT)
                .replaceAll("[,;()?!]", " ")
                .replace("@", " at ")
                .strip()
                .split("\\s+"));
        // Two bare groups of digits are a telephone number, unless one of them is a year.
        long bareGroups = words.stream()
                .filter(word -> FOUR_DIGITS.matcher(word).matches()
                        && !YEAR.matcher(word).matches())
                .count();
        List<Words> known = known(language);
        return bareGroups <= 1
                && words.stream().allMatch(word -> namesAMoment(word, known) || standsBeside(word, known))
                && words.stream().anyMatch(word -> namesAMoment(word, known));
    }

    private static List<Words> known(Language language) {
        return switch (language) {
            case EN -> List.of(ENGLISH);
            case CY -> List.of(ENGLISH, WELSH);
        };
    }

    private static boolean standsBeside(String word, List<Words> known) {
        return known.stream().anyMatch(words -> words.beside().contains(word));
    }

    private static boolean namesAMoment(String word, List<Words> known) {
        return isNumeric(word)
                || known.stream().anyMatch(words -> words.moments().contains(word) || isMisspelt(word, words));
    }

    private static boolean isNumeric(String word) {
        if (TELEPHONES.contains(word)) {
            return false;
        }
        return CLOCK.matcher(word).matches()
                || DIGITS_ONLY.matcher(word).matches()
                || YEAR.matcher(word).matches()
                || DATE.matcher(word).matches()
                || SPAN.matcher(word).matches()
                || ISO.matcher(word).matches();
    }

    private static boolean isMisspelt(String word, Words words) {
        return word.length() >= 6 && words.oftenMisspelt().stream().anyMatch(day -> distance(word, day) <= 2);
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
