package org.peerline.conversation.command;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.regex.Pattern;

/**
 * What phones and habits put under a text: "Sent from my iPhone", two dashes and a name, a greeting and a name on lines of
 * their own. It is left out when we look for a command, and only then: what is passed on is passed on whole.
 */
final class TrailingSignature {
    // Words in capitals are shouted rather than a name: "YES, THANKS BUT NOT THURSDAY" accepts nothing.
    private static final String NAME =
            "(?:(?!(?i:but|not|no|only|if|except|unless|can't|cannot|maybe|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\\b)"
                    + "(?!\\p{Lu}{2})\\p{Lu}[\\p{L}'.-]*|[Xx]+)";
    private static final String GREETING =
            "(?i:many thanks|thanks|thank you|thx|ta|cheers|regards|kind regards|best wishes|best|all the best|bw|kr|diolch|cofion)";
    private static final Pattern DEVICE = Pattern.compile(
            "\\s*(?:^|\\n)\\s*(?:sent (?:from|via|with|using)|get outlook for|anfonwyd o) [^\\n]{1,60}\\s*$",
            CASE_INSENSITIVE | UNICODE_CASE);
    private static final Pattern DASHES = Pattern.compile("\\n\\s*(?:--+|__+|—)[ \\t]*(?:\\n[^\\n]{0,40}){0,4}\\s*$");
    private static final Pattern SIGNED =
            Pattern.compile("\\n\\s*(?:" + GREETING + "[,.! ]*(?:\\n\\s*)?(?:" + NAME + " ?){0,4}" + "|[-–—~] ?(?:"
                    + NAME + " ?){1,4}|(?:Dr|Prof|Mr|Mrs|Ms|Miss|Mx)\\.? (?:" + NAME + " ?){1,3})\\s*$");

    private TrailingSignature() {}

    static String cutFrom(String written) {
        if (written.indexOf('\n') < 0) {
            // A text of one line would be nothing but its signature.
            return written;
        }
        String text = written;
        String shorter = cutOne(text);
        while (!shorter.equals(text)) {
            text = shorter;
            shorter = cutOne(text);
        }
        return text;
    }

    /** A text that is nothing but a signature stays. */
    private static String cutOne(String text) {
        for (Pattern pattern : new Pattern[] {DEVICE, DASHES, SIGNED}) {
            String cut = pattern.matcher(text).replaceFirst("");
            if (!cut.equals(text) && !cut.isBlank()) {
                return cut;
            }
        }
        return text;
    }
}
