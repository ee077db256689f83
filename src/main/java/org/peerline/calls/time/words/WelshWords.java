package org.peerline.calls.time.words;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DayOfWeek;
import java.time.Month;

/** Welsh, with the mutations that follow "nos", "ddydd" and "o". Used beside English: texts mix the two. */
final class WelshWords {
    private WelshWords() {}

    static Vocabulary vocabulary() {
        var words = new Vocabulary();
        days(words);
        months(words);
        numbers(words);
        clock(words);
        links(words);
        return words;
    }

    private static void days(Vocabulary words) {
        day(words, MONDAY, "llun", "lun");
        day(words, TUESDAY, "mawrth", "fawrth");
        day(words, WEDNESDAY, "mercher", "fercher", "mer");
        day(words, THURSDAY, "iau");
        day(words, FRIDAY, "gwener", "wener", "gwe");
        day(words, SATURDAY, "sadwrn", "sad");
        day(words, SUNDAY, "sul");
        words.add(Kind.TODAY, "heddiw")
                .add(Kind.TONIGHT, "heno")
                .add(Kind.TOMORROW, "yfory|fory")
                .add(Kind.AFTER_TOMORROW, "drennydd")
                .add(Kind.WEEKEND, "penwythnos")
                .add(Kind.NEXT, "nesaf|nesa")
                .add(Kind.THIS, "yma|hwn|hon")
                .add(Kind.DAY, "diwrnod|ddiwrnod")
                .add(Kind.WEEK, "wythnos")
                .add(Kind.FORTNIGHT, "pythefnos|bythefnos");
    }

    private static void day(Vocabulary words, DayOfWeek day, String... names) {
        for (String name : names) {
            words.add(Term.weekday(day), name + "|dydd " + name + "|ddydd " + name);
        }
    }

    private static void months(Vocabulary words) {
        String[] names = {
            "ionawr|ion",
            "chwefror|chwef",
            "mawrth|fawrth",
            "ebrill|ebr",
            "mai|fai",
            "mehefin|fehefin|meh",
            "gorffennaf|orffennaf|gorff",
            "awst",
            "medi|fedi",
            "hydref|hyd",
            "tachwedd|dachwedd|tach",
            "rhagfyr|ragfyr|rhag"
        };
        for (Month month : Month.values()) {
            words.add(Term.month(month), names[month.ordinal()]);
        }
    }

    private static void numbers(Vocabulary words) {
        String[] toTwelve = {
            "un",
            "dau|ddau|dwy|ddwy",
            "tri|dri|tair|dair",
            "pedwar|bedwar|pedair|bedair",
            "pump|bump|pum",
            "chwech|chwe",
            "saith",
            "wyth",
            "naw",
            "deg|ddeg",
            "un ar ddeg",
            "deuddeg|ddeuddeg"
        };
        for (int number = 1; number <= toTwelve.length; number++) {
            words.add(Term.word(number), toTwelve[number - 1]);
        }
        words.add(Term.word(20), "ugain").add(Kind.ORDINAL, "af|ain|ydd|fed|eg|ed|il");
    }

    private static void clock(Vocabulary words) {
        words.add(Kind.AM, "yb")
                .add(Kind.PM, "yh|yp")
                .add(Kind.OCLOCK, "or gloch|o r gloch")
                .add(Kind.NOON, "hanner dydd|canol dydd|ganol dydd")
                .add(Kind.MIDNIGHT, "hanner nos|ganol nos|canol nos")
                .add(Kind.MORNING, "bore|yn y bore")
                .add(Kind.LUNCH, "amser cinio|cinio")
                .add(Kind.AFTERNOON, "prynhawn|pnawn|brynhawn|yn y prynhawn")
                .add(Kind.EVENING, "hwyr|gydar nos|min nos|gyda r nos")
                .add(Kind.NIGHT, "nos|noson")
                .add(Kind.HALF, "hanner|hanner awr wedi")
                .add(Kind.QUARTER, "chwarter")
                .add(Kind.PAST, "wedi")
                .add(Kind.TO, "i")
                .add(Kind.MINUTE, "munud|munudau|funud")
                .add(Kind.HOUR, "awr|oriau");
    }

    private static void links(Vocabulary words) {
        words.add(Kind.AT, "am")
                .add(Kind.ON, "ar")
                .add(Kind.THE, "y|yr")
                .add(Kind.OF, "o")
                .add(Kind.IN, "mewn|ymhen")
                .add(Kind.OR, "neu")
                .add(Kind.COURTESY, "plis|diolch|os gwelwch yn dda|helo")
                .add(Kind.UK_TIME, "amser y du|amser du")
                .add(Kind.ABOUT, "tua|oddeutu|rhyw")
                .add(Kind.RANGE, "rhwng|cyn|ar ol|ar \u00f4l|tan|unrhyw bryd|rhywbryd|yn gynnar|yn hwyr");
    }
}
