package org.peerline.conversation.calling;

/** What we ask about calls, each answered by a number. */
enum CallQuestion {
    /** Which reading of the time of a CALL. */
    TIME_TO_CALL("CALL"),
    /** Which reading of the time of a MOVE. */
    TIME_TO_MOVE("MOVE"),
    CALL_TO_MOVE("MOVE"),
    CALL_TO_DROP("DROP");

    private final String word;

    CallQuestion(String word) {
        this.word = word;
    }

    /** The command whose doubt it settles. */
    String word() {
        return word;
    }
}
