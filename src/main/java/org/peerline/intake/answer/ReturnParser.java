package org.peerline.intake.answer;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.regex.Pattern;
import org.peerline.intake.answer.Reading.Why;

/** Reads what somebody who comes back would like: the colleague from before, somebody new, or new details first. */
public final class ReturnParser {
    private static final Pattern SAME = Pattern.compile(
            "(?:the )?same(?: (?:one|person|peer|doctor|colleague|again))?(?: again)?|them again|yr un(?: un| peth)?",
            CASE_INSENSITIVE);
    private static final Pattern NEW = Pattern.compile(
            "(?:an?other|new|(?:some(?:one|body)|any(?:one|body)) (?:new|else|different)|any(?:one|body)|either|different"
                    + "|(?:a )?new (?:one|person|peer|doctor|colleague)|(?:i )?don'?t mind|no preference|newydd|rhywun (?:newydd|arall))",
            CASE_INSENSITIVE);
    private static final Pattern UPDATE = Pattern.compile("update|diweddaru", CASE_INSENSITIVE);

    /** What was chosen. */
    public enum Choice {
        SAME,
        NEW,
        UPDATE
    }

    private ReturnParser() {}

    public static Reading<Choice> read(String written) {
        String line =
                AnswerText.oneLine(written).replaceAll("(?i)[, ]+(?:please|pls|thanks|thank you|diolch)[.!]*$", "");
        String plain = AnswerText.withoutEdges(line);
        if (SAME.matcher(plain).matches()) {
            return Reading.understood(Choice.SAME);
        }
        if (NEW.matcher(plain).matches()) {
            return Reading.understood(Choice.NEW);
        }
        return UPDATE.matcher(plain).matches()
                ? Reading.understood(Choice.UPDATE)
                : Reading.unclear(Why.NOT_UNDERSTOOD);
    }
}
