package org.peerline.tasks;

/** What a coordinator is asked to look at. The sentence is theirs to read; it never carries a name or a number. */
public enum TaskKind {
    DETAILS_NOT_DELIVERED(
            "The text with the peer's details did not arrive. Ring the requester, or send it again when the number is"
                    + " right."),
    PEER_DOES_NOT_ANSWER(
            "The peer has not answered the first text for two days, and the requester has been offered somebody else."
                    + " Ring the peer, or give the request to another one."),
    HANDED_OVER(
            "A peer has left in the middle of a conversation, and the requester was promised somebody else. Look whether"
                    + " they are all right."),
    NOBODY_WOULD_DO("Somebody waits for whom nobody on the roster would do. Look at what they ask for, and at who is"
            + " missing on the roster."),
    HELP_ASKED("Somebody texted HELP. Look whether they are all right."),
    OPTED_OUT("Somebody with an open conversation wants no more texts. The other side has been told.");

    private final String what;

    TaskKind(String what) {
        this.what = what;
    }

    /** One or two plain sentences: what happened, and the usual next step. */
    public String what() {
        return what;
    }
}
