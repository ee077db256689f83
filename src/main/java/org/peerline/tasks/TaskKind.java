package org.peerline.tasks;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a coordinator is asked to look at. The sentence is theirs to read; it never carries a name or a number. */
public enum TaskKind {
    DETAILS_NOT_DELIVERED(
            "The text with the peer's details did not arrive. Ring the requester, or send it again when the number is"
                    + " right."),
    PEER_DOES_NOT_ANSWER(
            "The peer has not answered the first text for two days, and the requester has been offered somebody else."
                    + " Ring the peer, or give the request to another one."),
    SILENT_REQUEST(
            "Nothing has happened in an open request for a long time. Ask both how they are, and close it if it is"
                    + " over."),
    HANDED_OVER(
            "A peer has left in the middle of a conversation, and the requester was promised somebody else. Look whether"
                    + " they are all right."),
    NOBODY_WOULD_DO("Somebody waits for whom nobody on the roster would do. Look at what they ask for, and at who is"
            + " missing on the roster."),
    CRISIS_PHRASE("A text had a phrase of the crisis list. Its writer was given 999, A&E and the lines; look at once."),
    SAFEGUARDING_WANTED("A peer texted HELPME. See that the safeguarding lead has reached them."),
    SAFEGUARDING_NOT_REACHED(
            "A peer texted HELPME, and the text to the safeguarding lead on call did not arrive. Ring the lead and the peer"
                    + " at once."),
    STOPPING_MENTIONED("Somebody may want no more texts, without the exact word. Ask them."),
    ASKED_TWICE("Somebody has an open request from another phone too. Ask which one to close."),
    OPTED_OUT_WAITING("Somebody who waits for a peer wants no more texts. Ring them, or close the request."),
    HELP_ASKED("Somebody texted HELP. Look whether they are all right."),
    OPTED_OUT("Somebody with an open conversation wants no more texts. The other side has been told."),
    TEXT_FAILED("A text will not arrive. Ring the person, or send it again (/v1/messages) when the cause is mended."),
    TEXT_IN_DOUBT("Nobody knows whether a text went out, and the provider has no record of it. Send it again"
            + " (/v1/messages), or let somebody ring; when this is done, it counts as one that failed."),
    TEXT_NOT_UNDERSTOOD("A text that came in could not be processed. When the cause is mended, try it again"
            + " (/v1/inbound-texts)."),
    TEXT_WITHOUT_WORDS("A text came in late, and the provider had kept no words of it. Its writer was asked to say it"
            + " again; ring them if they do not."),
    SENDER_STOPPED("The provider refuses our account or one of our numbers; its texts wait. When it is mended, release"
            + " it (/v1/sending-holds)."),
    PROVIDER_AWAY("The provider has not answered for minutes; all texts wait and go out when it does. Ring where it is"
            + " urgent."),
    TOO_MANY_TEXTS(
            "One side of a conversation has reached the day's limit of texts; its last ones were not passed on, and it"
                    + " was told so. Look whether a phone answers by itself."),
    TOO_MANY_ANSWERS(
            "One number has texted so often that it gets no more automatic answers today; it was told so, and words"
                    + " for a colleague are still passed on. Look at the owed texts whether a phone answers by itself."),
    INTAKE_REFUSED(
            "Somebody wanted to ask for a peer by text more often than one number may, or more numbers did than may in"
                    + " an hour. They were given the phone line. Look whether it is an attack."),
    VOICES_UNANSWERED("More unknown numbers ring us than a voice answers in an hour; they find the line engaged. Look"
            + " whether it is an attack."),
    CODES_RUN_LOW("Most of the sign-in codes that may be asked for in an hour are asked for. Look whether it is an"
            + " attack; when they are used up, no peer can sign in to the pages for a while."),
    STRANGERS_UNANSWERED(
            "More unknown numbers text us than may be answered in an hour; some get no answer now. Look whether"
                    + " it is an attack."),
    TEXTS_OF_THE_DAY_RUN_LOW(
            "Most of what may be sent in a day is sent. Look why, and raise the limit if it is right."),
    TEXTS_OF_THE_DAY_USED_UP(
            "No more texts go out today, but for those to somebody in danger: the day's limit is reached. They wait;"
                    + " what is worth nothing tomorrow fails visibly."
                    + " Raise the limit or ring people.");

    /** What must not wait behind anything else: somebody may be in danger. */
    public static final Set<TaskKind> SAFETY = Collections.unmodifiableSet(
            EnumSet.of(CRISIS_PHRASE, SAFEGUARDING_WANTED, SAFEGUARDING_NOT_REACHED, HELP_ASKED));

    /** A peer waits to be rung by the safeguarding lead. */
    public static final Set<TaskKind> FOR_THE_LEAD =
            Collections.unmodifiableSet(EnumSet.of(SAFEGUARDING_WANTED, SAFEGUARDING_NOT_REACHED));

    private final String what;

    TaskKind(String what) {
        this.what = what;
    }

    /** One or two plain sentences: what happened, and the usual next step. */
    public String what() {
        return what;
    }
}
