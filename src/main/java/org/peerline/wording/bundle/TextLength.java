package org.peerline.wording.bundle;

/**
 * How long a text is on the air, and so what it costs: the number of segments that a phone network makes of it.
 *
 * <p>A text made only of GSM 03.38 characters takes 160 septets, or 153 a segment when it needs several (the rest holds
 * the numbering); any other character turns the whole text to UCS-2 with 70, or 67, UTF-16 units. A character of the
 * extension table takes two septets. Neither its escape nor a surrogate pair is ever torn apart, so the end of a segment
 * may stay empty.
 */
public final class TextLength {
    private static final String GSM_BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_EXTENSION = "\f^{}\\[~]|€";

    /** How the characters travel. */
    public enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int amongOthers;

        Encoding(int alone, int amongOthers) {
            this.alone = alone;
            this.amongOthers = amongOthers;
        }
    }

    private TextLength() {}

    public static Encoding encoding(String text) {
        boolean gsm = text.chars().allMatch(unit -> GSM_BASIC.indexOf(unit) >= 0 || GSM_EXTENSION.indexOf(unit) >= 0);
        return gsm ? Encoding.GSM_7 : Encoding.UCS_2;
    }

    /** At least one: an empty text is a text too. */
    public static int segments(String text) {
        Encoding encoding = encoding(text);
        int total =
                text.codePoints().map(character -> width(character, encoding)).sum();
        if (total <= encoding.alone) {
            return 1;
        }
        int segments = 1;
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            int width = width(character, encoding);
            if (used + width > encoding.amongOthers) {
                segments++;
                used = 0;
            }
            used += width;
        }
        return segments;
    }

    private static int width(int character, Encoding encoding) {
        return switch (encoding) {
            case GSM_7 -> GSM_EXTENSION.indexOf(character) >= 0 ? 2 : 1;
            case UCS_2 -> Character.charCount(character);
        };
    }
}
