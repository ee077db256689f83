package org.peerline.wording.bundle;

import java.util.regex.Pattern;

/**
 * Words that tell whoever picks up a shared phone what a text is about, in English and in Welsh with its mutations. No
 * text in neutral wording has one.
 */
public final class TellingWords {
    private static final Pattern TELLING = Pattern.compile(
            "\\b(?:doctors?|dr|prof|peers?|supporters?|support|colleagues?|samaritans|danger|gp|a&e|emergency medicine|ps-"
                    + "|hospitals?|medical|suicid\\w*"
                    + "|[mf]eddyg\\w*|c(?:h|)ydweithi\\w*|(?:ng|g)h?ydweithi\\w*|(?:c|g|ch|ngh)ymheiriaid|(?:c|g|ch|ngh)efnogaeth"
                    + "|(?:c|g|ch|ngh)ymorth|samariaid|(?:p|b|mh|ph)erygl|ysbyty)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private TellingWords() {}

    public static boolean in(String text) {
        return TELLING.matcher(text).find();
    }
}
