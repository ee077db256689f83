package org.peerline.conversation.command;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.peerline.sms.Characters;

/**
 * A text as commands are looked for in it: one line, one space between words, nothing around them, no signature below.
 *
 * @param bare as it was written
 * @param words the same in capitals
 * @param asked whether a question mark stands at the end
 */
record CommandLine(String bare, String words, boolean asked) {
    /** Three times, each with its day in full. */
    private static final int LONGEST = 120;

    /** Empty when it is too long to be a command. */
    static Optional<CommandLine> of(String written) {
        String text = TrailingSignature.cutFrom(written);
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String line = oneLine(text);
        String bare = Characters.trim(line, CommandLine::standsAround);
        int end = line.lastIndexOf(bare) + bare.length();
        return Optional.of(new CommandLine(bare, bare.toUpperCase(Locale.ROOT), line.indexOf('?', end) >= 0));
    }

    static String bare(String text) {
        return Characters.trim(oneLine(text), CommandLine::standsAround);
    }

    private static String oneLine(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'');
        return Characters.spaced(plain, Characters::isGap);
    }

    private static boolean standsAround(int character) {
        return character == ' ' || Characters.isPunctuation(character);
    }
}
