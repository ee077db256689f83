package org.peerline.intake.answer;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What every answer has in common before it is read. */
public final class AnswerText {
    private static final int STORY_LENGTH = 160;
    private static final int STORY_WORDS = 26;
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");
    private static final Pattern EDGES = Pattern.compile("^[\\p{P}\\p{S} ]+|[\\p{P}\\p{S} ]+$");
    private static final Pattern ASKS = Pattern.compile(
            "^(?:(?:sorry|ok|okay|hi|hello|but|and|so|erm?|um|wait)[, ]+)*(?:what|why|who|whose|how|when|where|which|do you|does"
                    + "|is (?:it|this|that|there|my)|are you|can (?:i|you|we)|could (?:i|you)|will (?:it|you|this|my|they)"
                    + "|would (?:it|you)|should i|do i|must i|have i|ydy|ydi|a yw"
                    // Beth, Pam and Ai are names too, and an "oes" before a name answers the last question.
                    + "|(?:pam|beth|pwy|sut|pryd|ble) (?:felly |wedyn )?(?:mae|maen|ydy|ydi|yw|oes|sy|sydd|fydd|bydd|dw|dwi|dych"
                    + "|ydych|ydw|rydych|fyddwch|dylwn|ddylwn|ga|gaf|ca|caf|alla|allaf|fedra|fedraf|sydd)"
                    + "|oes (?:rhaid|angen|modd|yna|hawl|gen|gennych|gynnoch|rhywun)"
                    + "|ai (?:dyma|dyna|hwn|hyn|chi|peiriant|robot|person))\\b.*",
            CASE_INSENSITIVE);

    private AnswerText() {}

    /** Phones put in curly quotes, odd spaces and full-width letters by themselves. */
    static String oneLine(String written) {
        return GAPS.matcher(plain(written)).replaceAll(" ").strip();
    }

    /** The same with its line breaks. */
    static String plain(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replaceAll("[\u2010-\u2015\u2212]", "-");
    }

    static String withoutEdges(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    /** Ends with a question mark. */
    public static boolean endsAsQuestion(String written) {
        return withoutFaces(oneLine(written)).endsWith("?");
    }

    /** Begins as questions do, with or without a question mark. */
    public static boolean beginsAsQuestion(String written) {
        return ASKS.matcher(oneLine(written)).matches();
    }

    /** Somebody tells what is the matter, which is for their colleague to hear and not for us. */
    public static boolean isStory(String written) {
        String line = oneLine(written);
        return line.length() > STORY_LENGTH || line.split(" ").length > STORY_WORDS;
    }

    private static String withoutFaces(String line) {
        return line.replaceAll("[\\p{So}\\p{Sk}\\x{FE0F}\\x{200D} ]+$", "");
    }
}
