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
            "(?:none|no|nope|nil|n/?a|nothing|nobody|nowhere|no one|noone|nobody no|not really|(?:no|none|nobody|no one),? (?:thanks?|thank you|thx|ta|diolch)"
                    + "|no,? none|no one and nowhere|nobody or nowhere|dim|neb|unlle|nac oes|dim diolch|na)",
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

    private static final Pattern SENTENCE = Pattern.compile(
            "(?:i|i'(?:m|ve|d|ll)|im|ive|we|we'(?:re|ve)|you|it|it's|this|that|that's|there|can't|cant|cannot|don't|dont|never"
                    + "|forget|changed|stop|sorry|leave|what|dw i|rwy'n|dydw|alla i|wedi)\\b.*",
            CASE_INSENSITIVE);
    // Nobody can be found by what they are to the writer.
    private static final Pattern UNNAMED = Pattern.compile(
            "(?:(?:my|our|the|fy) )?(?:(?:old|new|current|former|own|last|educational|clinical|line) )*(?:hospital|trust|ward"
                    + "|practice|surgery|clinic|department|team|work|workplace|job|university|school|deanery|boss|consultant"
                    + "|supervisor|manager|registrar|gp|doctor|colleagues?|friends?|family|partner|husband|wife|ex"
                    + "|(?:ex-?|ex )(?:husband|wife|partner)|mother|father|mum|dad|brother|sister|neighbours?|ysbyty|gŵr|ngŵr"
                    + "|gwraig|ngwraig|partner|mhartner)",
            CASE_INSENSITIVE);

    /** "Jane Hill at Leeds Infirmary" is somebody, and somewhere. */
    private static final Pattern SOMEWHERE =
            Pattern.compile("^.+\\s(?:from|at|in|yn|yng)\\s+(?=\\S)", CASE_INSENSITIVE);

    private static final Pattern YES = Pattern.compile("(?:yes|ok|okay|oes|ydw|maybe|later)", CASE_INSENSITIVE);

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
        if (parts.stream()
                .anyMatch(part -> SENTENCE.matcher(part).matches()
                        || UNNAMED.matcher(part).matches())) {
            return Reading.unclear(Why.NOT_UNDERSTOOD);
        }
        // "Yes" names nobody.
        List<String> named =
                parts.stream().filter(part -> !YES.matcher(part).matches()).toList();
        return named.isEmpty() ? Reading.unclear(Why.NOT_UNDERSTOOD) : Reading.understood(sorted(named));
    }

    private static Avoidance sorted(List<String> parts) {
        var places = new ArrayList<String>();
        var people = new ArrayList<String>();
        for (String part : parts) {
            boolean person = TITLED.matcher(part).matches();
            boolean place = PLACE.matcher(part).matches();
            boolean both = SOMEWHERE.matcher(part).find();
            if (place || !person) {
                places.add(part);
            }
            if (both && !person) {
                places.add(SOMEWHERE.matcher(part).replaceFirst(""));
            }
            if (person || both || !place) {
                people.add(part);
            }
        }
        return new Avoidance(places, people);
    }
}
