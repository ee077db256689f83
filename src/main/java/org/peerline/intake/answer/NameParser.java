package org.peerline.intake.answer;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.peerline.intake.answer.Reading.Why;

/**
 * Reads a full name. Names of every people are welcome; what cannot be one is a sentence, a number or a greeting. Only
 * clear signs count, because "Can", "My" and "Will" are names too.
 */
public final class NameParser {
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 7;
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:hi|hello|hey|helo|shwmae|ok|yes)\\b[,!. ]*)?(?:(?:(?:my|the) (?:full )?name(?:'s| is|:)?"
                    + "|(?:full )?name(?: is|:)|i am|i'm|im|it's|its|it is|this is|fy enw(?: i)? yw|enw:) +)?",
            CASE_INSENSITIVE | UNICODE_CASE);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'.-]*");
    private static final Pattern TITLE =
            Pattern.compile("(?:dr|doctor|mr|mrs|ms|miss|mx|prof|professor)\\.?", CASE_INSENSITIVE);
    // "I'm So Young Kim" is a name all the same.
    private static final Pattern STATE = Pattern.compile(
            "(?i:(?:(?:hi|hello|hey)[,!. ]+)?(?:i'?m|i am)) (?:so|very|really|in|too|at|quite|a|an|all|just|having|going) .*");
    private static final Pattern SURNAME_FIRST = Pattern.compile("^([^, ]{2,}), *([^,]+)$");
    private static final Set<String> NO_NAME = Set.of(
            ("need want help please thanks thank yes ok okay hello hi hey what why who how not talk talking speak someone "
                            + "somebody anyone feel feeling think don't dont can't cant struggling peer support name "
                            + "none test cymraeg english helo diolch very really tired exhausted crisis depressed anxious "
                            + "stressed overwhelmed desperate lonely scared today tonight")
                    .split(" "));

    private NameParser() {}

    public static Reading<String> read(String written) {
        String plain = AnswerText.oneLine(written);
        if (STATE.matcher(plain).matches()) {
            return Reading.unclear(Why.NOT_UNDERSTOOD);
        }
        String name = AnswerText.withoutEdges(LEAD.matcher(plain).replaceFirst(""));
        if (name.length() > LONGEST) {
            return Reading.unclear(Why.TOO_LONG);
        }
        List<String> words = Arrays.stream(SURNAME_FIRST
                        .matcher(name)
                        .replaceFirst("$2 $1")
                        .replace(",", " ")
                        .split(" +"))
                .toList();
        boolean plausible = words.size() <= MOST_WORDS
                && words.stream()
                        .allMatch(word -> WORD.matcher(word).matches()
                                && !NO_NAME.contains(
                                        word.toLowerCase(Locale.ROOT).replaceAll("\\.$", "")))
                && name.codePoints().filter(Character::isLetter).count() >= 2;
        if (!plausible) {
            return Reading.unclear(Why.NOT_UNDERSTOOD);
        }
        long names =
                words.stream().filter(word -> !TITLE.matcher(word).matches()).count();
        String kept = capitalised(words);
        if (names == 0) {
            return Reading.unclear(Why.NOT_UNDERSTOOD);
        }
        return names == 1 ? new Reading.Unclear<>(Why.ONE_NAME, kept) : Reading.understood(kept);
    }

    /** Thumbs write in small letters; the name will stand in front of texts. */
    private static String capitalised(List<String> words) {
        String name = String.join(" ", words);
        boolean mixed = !name.equals(name.toLowerCase(Locale.ROOT)) && !name.equals(name.toUpperCase(Locale.ROOT));
        return mixed ? name : words.stream().map(NameParser::capitalised).collect(Collectors.joining(" "));
    }

    private static String capitalised(String word) {
        var result = new StringBuilder();
        boolean first = true;
        for (int letter : word.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            result.appendCodePoint(first ? Character.toTitleCase(letter) : letter);
            first = letter == '-' || letter == '\'' || letter == '.';
        }
        return result.toString();
    }
}
