package org.peerline.calls.time.words;

import java.time.DayOfWeek;
import java.time.Month;

/**
 * One word or sign.
 *
 * @param value the number; for a weekday or month its ISO number
 * @param digits how many digits it was written with, 0 for a word: 09 is a 24-hour clock, 9 and nine are not
 */
record Term(Kind kind, int value, int digits) {
    static Term of(Kind kind) {
        return new Term(kind, 0, 0);
    }

    static Term weekday(DayOfWeek day) {
        return new Term(Kind.WEEKDAY, day.getValue(), 0);
    }

    static Term month(Month month) {
        return new Term(Kind.MONTH, month.getValue(), 0);
    }

    static Term word(int number) {
        return new Term(Kind.NUMBER, number, 0);
    }

    static Term written(String digits) {
        return new Term(Kind.NUMBER, Integer.parseInt(digits), digits.length());
    }
}
