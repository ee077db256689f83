package org.peerline.intake.answer;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A day as people write it: 17/05/1994, 17.5.94, 17 May 1994, May 17th, 17 Mai, 170594, 1994-05-17. The day comes before
 * the month, unless that gives no date and the other order does.
 *
 * @param year as it was written: two digits, four, or none
 */
public record WrittenDate(int day, int month, OptionalInt year, boolean twoDigitYear) {
    private static final int LONGEST = 80;
    private static final Pattern PIECE = Pattern.compile("[0-9]+|\\p{L}+");
    private static final Pattern ORDINAL = Pattern.compile("(?<=[0-9])(?:st|nd|rd|th|ain|af|ydd|fed|eg)\\b");
    private static final Pattern OTHER_SIGNS = Pattern.compile(".*[^\\p{L}0-9\\s/.,:;()'\"!-].*");
    private static final Set<String> AROUND = Set.of(
            ("dob d o b date of birth born my is i was on the it s its am in y fy nyddiad dyddiad geni yw ges fi ganwyd "
                            + "ar mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat "
                            + "saturday sun sunday llun mercher iau gwener sadwrn sul dydd year thanks please")
                    .split(" "));
    private static final Map<String, Integer> MONTHS = months();

    /** Empty when there is a word or sign that does not belong to a date, or no date in it. */
    public static Optional<WrittenDate> read(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[\u2018\u2019\u02bc`\u00b4]", "'")
                .replaceAll("[\u2010-\u2015\u2212]", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
        if (plain.length() > LONGEST || OTHER_SIGNS.matcher(plain).matches()) {
            return Optional.empty();
        }
        var numbers = new ArrayList<String>();
        int month = 0;
        var pieces =
                PIECE.matcher(ORDINAL.matcher(plain).replaceAll("")).results().toList();
        for (var piece : pieces) {
            String text = piece.group();
            if (Character.isDigit(text.charAt(0))) {
                numbers.add(text);
            } else if (month == 0 && MONTHS.containsKey(text)) {
                month = MONTHS.get(text);
            } else if (!AROUND.contains(text)) {
                return Optional.empty();
            }
        }
        return month == 0 ? ofNumbers(numbers) : withMonth(month, numbers);
    }

    /** The date in this year, if that year has it. */
    public Optional<LocalDate> in(int aYear) {
        try {
            return Optional.of(LocalDate.of(aYear, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "WrittenDate";
    }

    private static Optional<WrittenDate> ofNumbers(List<String> numbers) {
        if (numbers.size() == 1) {
            String run = numbers.get(0);
            return switch (run.length()) {
                case 8 ->
                    of(run.substring(0, 2), run.substring(2, 4), run.substring(4))
                            .filter(date -> date.year().getAsInt() > 1800)
                            .or(() -> of(run.substring(6), run.substring(4, 6), run.substring(0, 4)));
                case 6 -> of(run.substring(0, 2), run.substring(2, 4), run.substring(4));
                default -> Optional.empty();
            };
        }
        if (numbers.size() == 2) {
            return of(numbers.get(0), numbers.get(1), "");
        }
        if (numbers.size() != 3) {
            return Optional.empty();
        }
        String first = numbers.get(0);
        return first.length() == 4
                ? of(numbers.get(2), numbers.get(1), first)
                : of(first, numbers.get(1), numbers.get(2)).or(() -> of(numbers.get(1), first, numbers.get(2)));
    }

    private static Optional<WrittenDate> withMonth(int month, List<String> numbers) {
        String name = String.valueOf(month);
        if (numbers.size() == 1) {
            return of(numbers.get(0), name, "");
        }
        if (numbers.size() != 2) {
            return Optional.empty();
        }
        boolean yearFirst = numbers.get(0).length() == 4;
        return yearFirst ? of(numbers.get(1), name, numbers.get(0)) : of(numbers.get(0), name, numbers.get(1));
    }

    private static Optional<WrittenDate> of(String day, String month, String year) {
        if (day.length() > 2 || month.length() > 2 || !Set.of(0, 2, 4).contains(year.length())) {
            return Optional.empty();
        }
        var date = new WrittenDate(
                Integer.parseInt(day),
                Integer.parseInt(month),
                year.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year)),
                year.length() == 2);
        boolean exists = date.year().isPresent() && !date.twoDigitYear()
                ? date.in(date.year().getAsInt()).isPresent()
                // Any leap year: which one it is will be seen.
                : date.in(2000).isPresent();
        return exists ? Optional.of(date) : Optional.empty();
    }

    private static Map<String, Integer> months() {
        var months = new TreeMap<String, Integer>();
        String[] names = {
            "january jan ionawr ion",
            "february feb febuary chwefror chwef",
            "march mar mawrth fawrth",
            "april apr ebrill ebr",
            "may mai fai",
            "june jun mehefin fehefin meh",
            "july jul gorffennaf orffennaf gorff",
            "august aug awst",
            "september sept sep medi fedi",
            "october oct hydref hyd",
            "november nov tachwedd dachwedd tach",
            "december dec rhagfyr ragfyr rhag"
        };
        for (int month = 0; month < names.length; month++) {
            for (String name : names[month].split(" ")) {
                months.put(name, month + 1);
            }
        }
        return months;
    }
}
