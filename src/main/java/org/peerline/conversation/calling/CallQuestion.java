package org.peerline.conversation.calling;

/** What we ask about calls, each answered by a number. */
enum CallQuestion {
    /** Which reading of the time of a CALL. */
    TIME_TO_CALL("CALL"),
    /** Which reading of the time of a MOVE. */
    TIME_TO_MOVE("MOVE"),
    CALL_TO_MOVE("MOVE"),
    CALL_TO_DROP("DROP"),
    /** Whether to suggest a time that is close to another call. */
    OVERLAP_OF_CALL("CALL"),
    OVERLAP_OF_MOVE("MOVE"),
    CALL_THAT_WAS_HELD("HELD"),
    CALL_THAT_WAS_MISSED("MISSED");

    private final String word;

    CallQuestion(String word) {
        this.word = word;
    }

    boolean isAboutAnOutcome() {
        return this == CALL_THAT_WAS_HELD || this == CALL_THAT_WAS_MISSED;
    }

    /** The command whose doubt it settles. */
    String word() {
        return word;
    }
}
