package org.peerline.tasks;

/** What a coordinator is asked to look at. The sentence is theirs to read; it never carries a name or a number. */
public enum TaskKind {
    CRISIS_PHRASE("A text had a phrase of the crisis list. Its writer was given 999, A&E and the lines; look at once."),
    SAFEGUARDING_WANTED("A peer texted HELPME. See that the safeguarding lead has reached them."),
    STOPPING_MENTIONED("Somebody may want no more texts, without the exact word. Ask them."),
    ASKED_TWICE("Somebody has an open request from another phone too. Ask which one to close."),
    OPTED_OUT_WAITING("Somebody who waits for a peer wants no more texts. Ring them, or close the request."),
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
