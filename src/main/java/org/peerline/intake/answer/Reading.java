package org.peerline.intake.answer;

/** What an answer was read as. */
public sealed interface Reading<T> {

    /** The answer, in the form in which it is kept. */
    record Understood<T>(T value) implements Reading<T> {
        @Override
        public String toString() {
            return "Understood";
        }
    }

    /**
     * No answer yet; the reason says what to ask for.
     *
     * @param kept the part that can be used when the rest comes; empty when there is none
     */
    record Unclear<T>(Why why, String kept) implements Reading<T> {
        @Override
        public String toString() {
            return "Unclear[" + why + "]";
        }
    }

    /** Why an answer is asked for again. */
    enum Why {
        NOT_UNDERSTOOD,
        /** One word where a first name and a surname were asked for. Some people have no more; who repeats it is believed. */
        ONE_NAME,
        /** Two digits that may be either century, or no likely one. */
        YEAR_UNCLEAR,
        /** In the future, or more than a lifetime ago. */
        DATE_IMPOSSIBLE,
        TOO_YOUNG,
        NOT_A_DOCTOR,
        NO_POSTCODE,
        /** It looks like one, but no place in the United Kingdom has it. */
        POSTCODE_WRONG,
        NO_STREET,
        TOO_LONG,
        /** It carries the number of a membership, for which there is no place. */
        MEMBERSHIP
    }

    static <T> Reading<T> understood(T value) {
        return new Understood<>(value);
    }

    static <T> Reading<T> unclear(Why why) {
        return new Unclear<>(why, "");
    }
}
