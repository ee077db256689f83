package org.peerline.tasks;

/** What a coordinator is asked to look at. The sentence is theirs to read; it never carries a name or a number. */
public enum TaskKind {
    HELP_ASKED("Somebody texted HELP. Look whether they are all right."),
    OPTED_OUT("Somebody with an open conversation wants no more texts. The other side has been told."),
    TEXT_FAILED("A text will not arrive. Ring the person, or send it again (/v1/messages) when the cause is mended."),
    TEXT_IN_DOUBT("Nobody knows whether a text went out, and the provider has no record of it. Send it again"
            + " (/v1/messages), or let somebody ring."),
    TEXT_NOT_UNDERSTOOD("A text that came in could not be processed. When the cause is mended, try it again"
            + " (/v1/inbound-texts)."),
    SENDER_STOPPED("The provider refuses our account or one of our numbers; its texts wait. When it is mended, release"
            + " it (/v1/sending-holds)."),
    PROVIDER_AWAY("The provider has not answered for minutes; all texts wait and go out when it does. Ring where it is"
            + " urgent.");

    private final String what;

    TaskKind(String what) {
        this.what = what;
    }

    /** One or two plain sentences: what happened, and the usual next step. */
    public String what() {
        return what;
    }
}
