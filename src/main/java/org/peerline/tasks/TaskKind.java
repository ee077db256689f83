package org.peerline.tasks;

/** What a coordinator is asked to look at. The sentence is theirs to read; it never carries a name or a number. */
public enum TaskKind {
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
