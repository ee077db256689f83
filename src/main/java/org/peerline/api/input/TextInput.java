package org.peerline.api.input;

import java.util.Optional;

/** What no text may contain, whether it came as JSON or was typed into a form. */
public final class TextInput {
    private TextInput() {}

    /**
     * The sentence that refuses it; empty when nothing is wrong.
     *
     * @param lines whether it may be of several lines, and is what somebody writes rather than a detail of theirs
     */
    public static Optional<String> fault(String text, boolean lines) {
        if (!lines && text.codePoints().anyMatch(TextInput::turnsDirection)) {
            return Optional.of("Must not contain hidden direction marks.");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineOrTab = c == '\n' || c == '\t' || c == '\r';
            if (Character.isISOControl(c) && !(lines && lineOrTab)) {
                return Optional.of("Must not contain control characters.");
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return Optional.of("Must not contain half a character.");
            }
        }
        if (!lines && !text.isBlank() && text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of("Must contain at least one letter or digit.");
        }
        return !lines && MembershipMention.isIn(text) ? Optional.of(MembershipMention.SENTENCE) : Optional.empty();
    }

    /** Invisible, and what stands behind one is shown in another order: one name can pass for another. */
    private static boolean turnsDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x061C;
    }
}
