package org.peerline.intake.answer;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.peerline.api.input.UkPostcode;
import org.peerline.intake.answer.Reading.Unclear;
import org.peerline.intake.answer.Reading.Why;
import org.peerline.requests.profile.Address;

/**
 * Reads an address with its postcode, which may come in two texts: what there is of it is kept, and only the rest is
 * asked for.
 */
public final class AddressParser {
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_TOWN = 80;
    private static final Pattern POSTCODE = Pattern.compile(
            "(?<![A-Z0-9])([A-Z]{1,2}[0-9O][0-9A-Z]?|GIR)[ .-]{0,3}([0-9OIL][A-Z]{2})(?![A-Z0-9])", CASE_INSENSITIVE);
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:my |the )?(?:home |full )?address(?: is|:)?|i live (?:at|in)|i'm at|it's|fy nghyfeiriad(?: i)? yw|cyfeiriad:)"
                    + "[ ,]+",
            CASE_INSENSITIVE);
    private static final Pattern LABEL =
            Pattern.compile("[, ]*\\b(?:post ?code|cod post)(?: is| yw)?[ :]*$", CASE_INSENSITIVE);
    private static final Pattern HOUSE_ONLY =
            Pattern.compile("(?:flat |apt |unit |no\\.? ?)?[0-9]{1,5}[a-z]?", CASE_INSENSITIVE);

    private AddressParser() {}

    /** @param begun what was kept of an earlier answer; empty when there is nothing */
    public static Reading<Address> read(String written, String begun) {
        Reading<Address> alone = read(written);
        if (alone instanceof Unclear<Address> unclear && !begun.isEmpty()) {
            Reading<Address> both = read(begun + ", " + AnswerText.plain(written));
            return both instanceof Unclear<Address> still && still.why() == Why.NOT_UNDERSTOOD
                    ? new Unclear<>(unclear.why(), begun)
                    : both;
        }
        return alone;
    }

    private static Reading<Address> read(String written) {
        String plain = LEAD.matcher(AnswerText.plain(written).strip()).replaceFirst("");
        List<MatchResult> alike = POSTCODE.matcher(plain).results().toList();
        if (alike.isEmpty()) {
            return lines(plain).isEmpty()
                    ? Reading.unclear(Why.NOT_UNDERSTOOD)
                    : new Unclear<>(Why.NO_POSTCODE, String.join(", ", lines(plain)));
        }
        MatchResult last = alike.get(alike.size() - 1);
        String before = LABEL.matcher(plain.substring(0, last.start())).replaceFirst("");
        List<String> lines = lines(before + "," + plain.substring(last.end()));
        Optional<String> postcode = UkPostcode.normalised(corrected(last.group(1), last.group(2)));
        if (postcode.isEmpty()) {
            return new Unclear<>(Why.POSTCODE_WRONG, String.join(", ", lines));
        }
        return lines.isEmpty() ? new Unclear<>(Why.NO_STREET, postcode.get()) : address(lines, postcode.get());
    }

    /** The second half begins with a digit: a letter there is a slip of the thumb. */
    private static String corrected(String outward, String inward) {
        String first = inward.substring(0, 1)
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return outward + first + inward.substring(1);
    }

    private static Reading<Address> address(List<String> lines, String postcode) {
        String town = lines.size() > 1 ? lines.get(lines.size() - 1) : null;
        String second = lines.size() > 2 ? String.join(", ", lines.subList(1, lines.size() - 1)) : null;
        boolean tooLong = lines.get(0).length() > LONGEST_LINE
                || second != null && second.length() > LONGEST_LINE
                || town != null && town.length() > LONGEST_TOWN;
        return tooLong
                ? Reading.unclear(Why.TOO_LONG)
                : Reading.understood(new Address(lines.get(0), second, town, postcode));
    }

    /** The parts of an address; none when it is hardly one. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        String house = "";
        for (String part : Arrays.stream(text.split("[,;\\n\\r]+"))
                .map(AnswerText::oneLine)
                .map(AnswerText::withoutEdges)
                .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList()) {
            if (HOUSE_ONLY.matcher(part).matches() && house.isEmpty()) {
                house = part + " ";
            } else {
                lines.add(house + part);
                house = "";
            }
        }
        boolean hardly = lines.isEmpty() || lines.size() == 1 && lines.get(0).split(" ").length < 2;
        return hardly ? List.of() : lines;
    }
}
