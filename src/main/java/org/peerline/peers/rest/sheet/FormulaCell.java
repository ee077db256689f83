package org.peerline.peers.rest.sheet;

import java.util.regex.Pattern;

/**
 * A spreadsheet computes what looks like a formula, whoever wrote it. So what goes out and looks like one gets an
 * apostrophe in front, which makes it text; and what comes in is taken as text, whatever it looks like.
 */
final class FormulaCell {
    // The wide forms are computed by some as well.
    private static final Pattern LIKE_A_FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*");
    // How people keep a spreadsheet from taking the first 0 of a number away: ="07400123456".
    private static final Pattern TEXT_BY_FORMULA = Pattern.compile("(?s)=\"(.*)\"");

    private FormulaCell() {}

    /** For a file that goes out. */
    static String neutral(String text) {
        return LIKE_A_FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** From a file that came in: the text, without what made it text. */
    static String plain(String cell) {
        String text = cell.strip();
        if (text.startsWith("'") && LIKE_A_FORMULA.matcher(text.substring(1)).matches()) {
            return text.substring(1).strip();
        }
        var wrapped = TEXT_BY_FORMULA.matcher(text);
        return wrapped.matches() ? wrapped.group(1).replace("\"\"", "\"").strip() : text;
    }
}
