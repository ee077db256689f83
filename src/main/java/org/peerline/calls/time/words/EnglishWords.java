package org.peerline.calls.time.words;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.Month;
import java.util.Locale;

/** English as it is texted in Britain, with the usual short forms and slips of the thumb. */
final class EnglishWords {
    private EnglishWords() {}

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
        words.add(Term.weekday(MONDAY), "monday|mon|mondays|monda|munday")
                .add(Term.weekday(TUESDAY), "tuesday|tues|tue|teusday|tuseday|tusday")
                .add(Term.weekday(WEDNESDAY), "wednesday|wed|weds|wednes|wensday|wednsday|wendesday")
                .add(Term.weekday(THURSDAY), "thursday|thurs|thur|thu|thrs|thursdy|thurday|thirsday")
                .add(Term.weekday(FRIDAY), "friday|fri|frid|firday|fridy")
                .add(Term.weekday(SATURDAY), "saturday|sat|satur|saterday|satuday")
                .add(Term.weekday(SUNDAY), "sunday|sun|sundy")
                .add(Kind.TODAY, "today|2day|todays")
                .add(Kind.TONIGHT, "tonight|tonite|tonght|2nite|2night")
                .add(Kind.TOMORROW, "tomorrow|tomorow|tommorow|tommorrow|tomorro|tomorrows|tmrw|tmr|tmw|tmro|tmoro")
                .add(Kind.TOMORROW, "tmorrow|tomo|tomoz|tomoro|2moro|2morrow|2mrw|2moz|2mora")
                .add(Kind.AFTER_TOMORROW, "day after tomorrow|day after tmrw|day after tomoz|day after 2moro")
                .add(Kind.WEEKEND, "weekend|wkend|week end")
                .add(Kind.NEXT, "next|nxt")
                .add(Kind.THIS, "this")
                .add(Kind.COMING, "coming|upcoming")
                .add(Kind.AFTER, "after")
                .add(Kind.DAY, "day|days")
                .add(Kind.WEEK, "week|weeks|wk|wks")
                .add(Kind.FORTNIGHT, "fortnight|fortnights");
    }

    private static void months(Vocabulary words) {
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            words.add(Term.month(month), name);
            if (name.length() > 3) {
                words.add(Term.month(month), name.substring(0, 3));
            }
        }
        words.add(Term.month(Month.SEPTEMBER), "sept").add(Term.month(Month.FEBRUARY), "febuary");
    }

    private static void numbers(Vocabulary words) {
        String[] toTwenty = {
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty"
        };
        for (int number = 1; number <= toTwenty.length; number++) {
            words.add(Term.word(number), toTwenty[number - 1]);
        }
        words.add(Term.word(25), "twenty five")
                .add(Term.word(30), "thirty")
                .add(Term.word(35), "thirty five")
                .add(Term.word(40), "forty|fourty")
                .add(Term.word(45), "forty five")
                .add(Term.word(50), "fifty")
                .add(Term.word(55), "fifty five")
                .add(Term.word(60), "sixty")
                .add(Term.word(90), "ninety")
                .add(Kind.ORDINAL, "st|nd|rd|th");
    }

    private static void clock(Vocabulary words) {
        words.add(Kind.AM, "am")
                .add(Kind.PM, "pm")
                .add(Kind.OCLOCK, "oclock|o clock|clock")
                .add(Kind.NOON, "noon|midday|mid day")
                .add(Kind.MIDNIGHT, "midnight|mid night")
                .add(Kind.MORNING, "morning|mornin|morn")
                .add(Kind.LUNCH, "lunchtime|lunch|lunch time")
                .add(Kind.AFTERNOON, "afternoon|aft|arvo|after noon")
                .add(Kind.EVENING, "evening|eve|evenin|evng")
                .add(Kind.NIGHT, "night|nite")
                .add(Kind.HALF, "half")
                .add(Kind.QUARTER, "quarter|qtr|quater")
                .add(Kind.PAST, "past")
                .add(Kind.TO, "to")
                .add(Kind.MINUTE, "minute|minutes|min|mins")
                .add(Kind.HOUR, "hour|hours|hr|hrs|h")
                .add(Kind.H, "h")
                .add(Kind.T, "t")
                .add(Kind.FROM_NOW, "from now|time");
    }

    private static void links(Vocabulary words) {
        words.add(Kind.AT, "at")
                .add(Kind.ON, "on|for")
                .add(Kind.THE, "the")
                .add(Kind.OF, "of")
                .add(Kind.A, "a|an")
                .add(Kind.IN, "in")
                .add(Kind.AND, "and")
                .add(Kind.OR, "or")
                .add(Kind.COURTESY, "please|pls|plz|plse|thanks|thank you|thx|ta|cheers|hi|hello|x|xx")
                .add(Kind.UK_TIME, "uk time")
                .add(Kind.ABOUT, "ish|about|around|roughly|approx|approximately|circa|abt|say")
                .add(Kind.RANGE, "between|before|from|until|till|til|by|early|earlier|late|later|any time|anytime|any")
                .add(Kind.RANGE, "sometime|some time|onwards|not before|mid");
    }
}
