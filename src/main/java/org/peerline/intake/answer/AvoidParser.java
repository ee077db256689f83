package org.peerline.intake.answer;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.peerline.intake.answer.Reading.Why;

/**
 * Reads whom and where to avoid. What may be either is taken as both: to avoid one person too many does no harm, one too
 * few does.
 */
public final class AvoidParser {
    private static final int MOST = 20;
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 9;
    private static final Pattern NOBODY = Pattern.compile(
            "(?:none|no|nope|nil|n/?a|nothing|nobody|nowhere|no one|noone|nobody no|not really|no thanks?|no thank you|none thanks?"
                    + "|none,? thank you|no,? none|no one and nowhere|nobody or nowhere|dim|neb|unlle|nac oes|dim diolch|na)",
            CASE_INSENSITIVE);
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:yes|please|pls|oes)[, ]+)*(?:(?:i'?d like to |i would like to |i want to |i'?d rather |i would rather )?avoid +"
                    + "|not +)?(?:(?:anyone|anybody|someone|everyone|people|staff|colleagues|doctors|unrhyw un)"
                    + " (?:at|from|in|who works? (?:at|in)|working (?:at|in)|o|yn|yng) +)?(?:my (?:boss|consultant|supervisor|"
                    + "educational supervisor|partner|husband|wife|ex),? +(?=(?:dr|mr|mrs|ms|miss|prof)\\b))?",
            CASE_INSENSITIVE);
    private static final Pattern APART =
            Pattern.compile("[,;\\n\\r+&]+|\\b(?:and|or|also|plus|neu)\\b", CASE_INSENSITIVE);
    private static final Pattern TITLED =
            Pattern.compile("^(?:dr|doctor|mr|mrs|ms|miss|mx|prof|professor)\\b.*", CASE_INSENSITIVE);
    private static final Pattern PLACE = Pattern.compile(
            ".*\\b(?:hospitals?|trust|nhs|surgery|practice|clinic|infirmary|health|centre|center|ward|university|school|deanery"
                    + "|board|department|a&e|unit|ysbyty|meddygfa|bwrdd|iechyd|prifysgol|canolfan)\\b.*",
            CASE_INSENSITIVE);

    private AvoidParser() {}

    public static Reading<Avoidance> read(String written) {
        String line = AnswerText.withoutEdges(AnswerText.oneLine(written));
        if (NOBODY.matcher(line).matches()) {
            return Reading.understood(Avoidance.NOTHING);
        }
        List<String> parts = Arrays.stream(APART.split(AnswerText.plain(written)))
                .map(AnswerText::oneLine)
                .map(part -> AnswerText.withoutEdges(LEAD.matcher(part).replaceFirst("")))
                .filter(part -> part.codePoints().anyMatch(Character::isLetter))
                .toList();
        if (parts.isEmpty()) {
            return Reading.unclear(Why.NOT_UNDERSTOOD);
        }
        if (parts.size() > MOST
                || parts.stream().anyMatch(part -> part.length() > LONGEST || part.split(" ").length > MOST_WORDS)) {
            return Reading.unclear(Why.TOO_LONG);
        }
        // "Yes" names nobody.
        return parts.stream().allMatch(part -> part.matches("(?i)(?:yes|ok|okay|oes|ydw|maybe|later)"))
                ? Reading.unclear(Why.NOT_UNDERSTOOD)
                : Reading.understood(sorted(parts));
    }

    private static Avoidance sorted(List<String> parts) {
        var places = new ArrayList<String>();
        var people = new ArrayList<String>();
        for (String part : parts) {
            boolean person = TITLED.matcher(part).matches();
            boolean place = PLACE.matcher(part).matches();
            if (place || !person) {
                places.add(part);
            }
            if (person || !place) {
                people.add(part);
            }
        }
        return new Avoidance(places, people);
    }
}
