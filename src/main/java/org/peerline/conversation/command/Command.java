package org.peerline.conversation.command;

import java.time.Period;
import java.util.OptionalInt;
import org.peerline.wording.Language;

/**
 * What a text asks us to do, when the whole text is one of a closed list of words. Everything else is conversation.
 *
 * <p>A command only says what was written. {@link Accept}, {@link Decline} and {@link Choose} are commands only while
 * something waits for that answer; without it they are conversation too.
 */
public sealed interface Command {

    /**
     * CALL. The words behind it look like a time, but are not read yet; what cannot be read is asked about.
     *
     * @param when as written, without polite words at its end; empty for a bare CALL
     */
    record ProposeCall(String when) implements Command {}

    /**
     * MOVE.
     *
     * @param when as in {@link ProposeCall}
     */
    record MoveCall(String when) implements Command {}

    /** OK, YES. */
    record Accept() implements Command {}

    /** NO. */
    record Decline() implements Command {}

    /** A bare number, the answer to a list of choices that we sent. */
    record Choose(int number) implements Command {}

    /** DROP. */
    record DropCall() implements Command {}

    /** CALLS. */
    record ListCalls() implements Command {}

    /** STATUS. */
    record AskStatus() implements Command {}

    /** DONE. */
    record EndConversation() implements Command {}

    /**
     * GUIDE, HELP, INFO.
     *
     * @param help the word was HELP: a coordinator sees it, because it may mean more than a question about words
     */
    record ShowGuide(boolean help) implements Command {}

    /** CHANGE, from a requester. */
    record ChangePeer() implements Command {}

    /** I KNOW THIS PERSON, from either side. */
    record KnowThisPerson() implements Command {}

    /** PASS, from a peer. */
    record PassRequest() implements Command {}

    /** HELD, from a peer, with or without minutes. */
    record ReportHeld(OptionalInt minutes) implements Command {}

    /** MISSED, from a peer. */
    record ReportMissed() implements Command {}

    /** MORE, from a peer: another call would help. */
    record WantMore() implements Command {}

    /** ENOUGH, from a peer: no further call is needed. */
    record HadEnough() implements Command {}

    /** PAUSE, without an end. */
    record Pause() implements Command {}

    /** PAUSE 2W. */
    record PauseFor(Period length) implements Command {}

    /**
     * PAUSE until a day.
     *
     * @param day as written
     */
    record PauseUntil(String day) implements Command {}

    /** BACK: the pause is over. */
    record Back() implements Command {}

    /** HOURS, ROOM, CAP or AWAY alone: what do I offer? */
    record ShowOffer() implements Command {}

    /** @param written the hours as written; they are not read yet, and what cannot be read is asked about */
    record SetHours(String written) implements Command {}

    /** ROOM and how many open requests at once. */
    record SetRoom(int number) implements Command {}

    /** CAP and how many new ones within 30 days. */
    record SetMonthlyCap(int number) implements Command {}

    /** @param written the days as written */
    record GoAway(String written) implements Command {}

    /** AWAY NONE. */
    record NotAway() implements Command {}

    /** CASES. */
    record ListCases() implements Command {}

    /** PEER: begins intake. */
    record AskForPeer() implements Command {}

    /** REDO: one question of the intake back. */
    record Redo() implements Command {}

    /** LATER: stops the intake for now. */
    record Later() implements Command {}

    /** CYMRAEG, ENGLISH: the language of our texts. */
    record ChooseLanguage(Language language) implements Command {}

    /** NEUTRAL: the phone is shared, and our texts must not show what they are about. */
    record HideSubject() implements Command {}

    /** HELPME, from a peer: the safeguarding lead, at once. */
    record WantSafeguarding() implements Command {}
}
