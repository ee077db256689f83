package org.peerline.calls.time.words;

/** What a punctuation mark is, which depends on whether numbers stand beside it. */
final class SignReading {
    private SignReading() {}

    /** @return the kind, or null for a mark that says nothing, such as the full stop of "Thurs." */
    static Kind of(char sign, boolean afterNumber, boolean beforeNumber) {
        boolean amongNumbers = afterNumber && beforeNumber;
        return switch (sign) {
            case ':' -> amongNumbers ? Kind.COLON : null;
            case '.' -> amongNumbers ? Kind.DOT : null;
            case '/' -> amongNumbers ? Kind.SLASH : Kind.OR;
            case '-' -> Kind.DASH;
            case ',', ';' -> Kind.COMMA;
            case '@' -> Kind.AT;
            case '~' -> Kind.ABOUT;
            default -> throw new IllegalArgumentException("not a sign of a time");
        };
    }
}
