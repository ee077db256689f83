package org.peerline.relay;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peerline.sms.outbox.OwedText;

/**
 * A text with its heading and footer, as the texts that are sent for it: one where it fits, otherwise several, each with
 * the heading and a number such as {@code (1/2)} in front. The pieces put together are the body again, character by
 * character.
 */
public final class TextSplit {
    /** What the provider takes as one text, in UTF-16 units. */
    public static final int LIMIT = 1_600;

    /** Below this a heading is not a heading any more. */
    private static final int LEAST_ROOM = 1_000;

    /** The signs that bind an Indic letter to the next one. */
    private static final String VIRAMA = "\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0C4D\\u0CCD\\u0D4D";

    /**
     * What a reader sees as one character. Not BreakIterator's: before Java 20 that tears joined emoji apart, and no
     * version is sure to keep Indic letters together that are written as one.
     */
    private static final Pattern CHARACTER = Pattern.compile("\\X(?:(?<=[" + VIRAMA + "][\\u200C\\u200D]?)\\X)*+");

    private TextSplit() {}

    /**
     * @param heading goes in front of every part, its separating space included; may be empty
     * @param footer goes behind the last part, its line break included; may be empty
     */
    public static List<OwedText.Words> parts(String heading, String body, String footer) {
        if (heading.length() + body.length() + footer.length() <= LIMIT) {
            return List.of(new OwedText.Words(heading, body, footer));
        }
        for (int digits = 1; ; digits++) {
            int numbering = "(/) ".length() + 2 * digits;
            List<String> pieces = pieces(body, LIMIT - heading.length() - footer.length() - numbering);
            if (String.valueOf(pieces.size()).length() <= digits) {
                return numbered(heading, pieces, footer);
            }
        }
    }

    private static List<OwedText.Words> numbered(String heading, List<String> pieces, String footer) {
        var parts = new ArrayList<OwedText.Words>();
        for (int number = 1; number <= pieces.size(); number++) {
            String piece = pieces.get(number - 1);
            String ending = number == pieces.size() ? footer : "";
            parts.add(new OwedText.Words(heading + "(" + number + "/" + pieces.size() + ") ", piece, ending));
        }
        return List.copyOf(parts);
    }

    private static List<String> pieces(String body, int room) {
        if (room < LEAST_ROOM) {
            throw new IllegalArgumentException("heading and footer leave no room for the text");
        }
        var pieces = new ArrayList<String>();
        int from = 0;
        while (body.length() - from > room) {
            int cut = cut(body, from, from + room);
            pieces.add(body.substring(from, cut));
            from = cut;
        }
        pieces.add(body.substring(from));
        return pieces;
    }

    /** The best place to cut behind {@code from}, at most at {@code limit}: a space, a line break, a whole character. */
    private static int cut(String body, int from, int limit) {
        TreeSet<Integer> ends = characterEnds(body, from, limit);
        if (ends.isEmpty()) {
            // One character with hundreds of accents: only its surrogate pairs can be kept whole.
            return Character.isSurrogatePair(body.charAt(limit - 1), body.charAt(limit)) ? limit - 1 : limit;
        }
        // A word that fills half a text is no word; better to cut it than to send half-empty parts.
        int earliest = from + (limit - from) / 2;
        for (int end : ends.descendingSet().headSet(earliest, false)) {
            if (Character.isWhitespace(body.charAt(end - 1))) {
                return end;
            }
        }
        // Chinese, Japanese and Thai have no spaces between words.
        BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
        lines.setText(body.substring(from, limit));
        for (int at = lines.last(); at != BreakIterator.DONE && from + at > earliest; at = lines.previous()) {
            if (from + at < limit && ends.contains(from + at)) {
                return from + at;
            }
        }
        return ends.last();
    }

    private static TreeSet<Integer> characterEnds(String body, int from, int limit) {
        var ends = new TreeSet<Integer>();
        Matcher character = CHARACTER.matcher(body).region(from, body.length());
        while (character.find() && character.end() <= limit) {
            ends.add(character.end());
        }
        return ends;
    }
}
