package org.peerline.wording.calls;

import java.util.List;
import org.peerline.wording.bundle.Phrases;

/** About calls, to either side. {@code name} is always the other person, {@code when} a full reading of the time. */
public final class CallTexts {
    private final Phrases phrases;

    public CallTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    public String proposed(String name, String when) {
        return phrases.say("calls.proposed", "name", name, "when", when);
    }

    /** To whoever made or countered a proposal. */
    public String proposalSent(String name, String when) {
        return phrases.say("calls.proposalSent", "name", name, "when", when);
    }

    public String countered(String name, String before, String when) {
        return phrases.say("calls.countered", "name", name, "before", before, "when", when);
    }

    public String moveProposed(String name, String before, String when) {
        return phrases.say("calls.moveProposed", "name", name, "before", before, "when", when);
    }

    public String moveSent(String name, String before, String when) {
        return phrases.say("calls.moveSent", "name", name, "before", before, "when", when);
    }

    /** Several times to choose from. */
    public String offered(String name, List<String> choices) {
        return phrases.say("calls.offered", "name", name, "choices", Phrases.numbered(choices));
    }

    /** To whoever offered several times. */
    public String offerSent(String name, List<String> choices) {
        return phrases.say("calls.offerSent", "name", name, "choices", Phrases.numbered(choices));
    }

    public String moveOffered(String name, String before, List<String> choices) {
        return phrases.say("calls.moveOffered", "name", name, "before", before, "choices", Phrases.numbered(choices));
    }

    /** In front of a suggestion that is told again, because the answer to it may have been meant for something else. */
    public String notAgreedYet() {
        return phrases.say("calls.notAgreedYet");
    }

    /** To both, when the conversation ends before its calls. */
    public String ended(List<String> calls) {
        return phrases.say("calls.ended", "calls", String.join("\n", calls));
    }

    /** To both. */
    public String agreed(String name, String when) {
        return phrases.say("calls.agreed", "name", name, "when", when);
    }

    /** To both, when the new time of an agreed call is agreed. */
    public String agreedMove(String name, String before, String when) {
        return phrases.say("calls.agreedMove", "name", name, "before", before, "when", when);
    }

    public String alreadyAgreed(String name, String when) {
        return phrases.say("calls.alreadyAgreed", "name", name, "when", when);
    }

    /** To the side that suggested the time. */
    public String declined(String name, String when) {
        return phrases.say("calls.declined", "name", name, "when", when);
    }

    /** To the side that said no. */
    public String declineNoted(String name, String when) {
        return phrases.say("calls.declineNoted", "name", name, "when", when);
    }

    /** To the side that wanted to move the call. */
    public String moveDeclined(String name, String before, String when) {
        return phrases.say("calls.moveDeclined", "name", name, "before", before, "when", when);
    }

    /** To the side that did not want it moved. */
    public String moveDeclineNoted(String name, String before, String when) {
        return phrases.say("calls.moveDeclineNoted", "name", name, "before", before, "when", when);
    }

    /** To the other side, when a suggestion to move the call is taken back. */
    public String moveWithdrawn(String name, String before, String when) {
        return phrases.say("calls.moveWithdrawn", "name", name, "before", before, "when", when);
    }

    /** To the other side, when a proposal is taken back before its answer. */
    public String withdrawn(String name, String when) {
        return phrases.say("calls.withdrawn", "name", name, "when", when);
    }

    /** To the side that did not call it off. */
    public String cancelled(String name, String when) {
        return phrases.say("calls.cancelled", "name", name, "when", when);
    }

    /** To the side that called it off. */
    public String cancelNoted(String name, String when) {
        return phrases.say("calls.cancelNoted", "name", name, "when", when);
    }

    /** The same when the two were about to move it. */
    public String cancelMoveNoted(String name, String before, String when) {
        return phrases.say("calls.cancelMoveNoted", "name", name, "before", before, "when", when);
    }

    /** To both. */
    public String lapsed(String name, String when) {
        return phrases.say("calls.lapsed", "name", name, "when", when);
    }

    /** To both, when nobody answered whether the call should move. */
    public String moveLapsed(String name, String before, String when) {
        return phrases.say("calls.moveLapsed", "name", name, "before", before, "when", when);
    }

    /**
     * @param word CALL or MOVE, as the sender wrote
     */
    public String timeNotUnderstood(String word) {
        return phrases.say("calls.timeNotUnderstood", "word", word);
    }

    /**
     * @param word CALL or MOVE, as the sender wrote
     */
    public String hourMissing(String word) {
        return phrases.say("calls.hourMissing", "word", word);
    }

    public String timeAmbiguous(List<String> choices) {
        return phrases.say("calls.timeAmbiguous", "choices", Phrases.numbered(choices));
    }

    /**
     * A date or a time that no calendar has, or the hour that a clock change leaves out.
     *
     * @param word CALL or MOVE, as the sender wrote
     */
    public String timeDoesNotExist(String word) {
        return phrases.say("calls.timeDoesNotExist", "word", word);
    }

    /** @param word CALL or MOVE, as the sender wrote */
    public String timePast(String word) {
        return phrases.say("calls.timePast", "word", word);
    }

    /** @param word CALL or MOVE, as the sender wrote */
    public String timeTooFar(String word, int days) {
        return phrases.say("calls.timeTooFar", "days", String.valueOf(days), "word", word);
    }

    /** @param word CALL or MOVE, as the sender wrote */
    public String wrongWeekday(String word) {
        return phrases.say("calls.wrongWeekday", "word", word);
    }

    /** @param word CALL or MOVE, as the sender wrote */
    public String timeVague(String word) {
        return phrases.say("calls.timeVague", "word", word);
    }

    /** @param word CALL or MOVE, as the sender wrote */
    public String tooManyTimes(String word) {
        return phrases.say("calls.tooManyTimes", "word", word);
    }

    /** @param word CALL or MOVE, as the sender wrote */
    public String severalAmbiguous(String word) {
        return phrases.say("calls.severalAmbiguous", "word", word);
    }

    public String nothingOpen() {
        return phrases.say("calls.nothingOpen");
    }

    public String ownProposal(String name, String when) {
        return phrases.say("calls.ownProposal", "name", name, "when", when);
    }

    public String nothingAgreed() {
        return phrases.say("calls.nothingAgreed");
    }

    /** Neither moved nor called off, because it is now. */
    public String begun(String name, String when) {
        return phrases.say("calls.begun", "name", name, "when", when);
    }

    public String nothingToMove() {
        return phrases.say("calls.nothingToMove");
    }

    public String whichToDrop(List<String> choices) {
        return phrases.say("calls.whichToDrop", "choices", Phrases.numbered(choices));
    }

    public String whichToMove(List<String> choices) {
        return phrases.say("calls.whichToMove", "choices", Phrases.numbered(choices));
    }

    /** Neutral between yes and no, because the text that it answers was. */
    public String didYouMeanToAgree(String name, String when) {
        return phrases.say("calls.didYouMeanToAgree", "name", name, "when", when);
    }

    /**
     * @param calls lines made by {@link #lineAgreed}, {@link #lineYourMove}, {@link #lineTheirMove}
     */
    public String list(String name, List<String> calls) {
        return phrases.say("calls.list", "name", name, "calls", String.join("\n", calls));
    }

    public String listEmpty() {
        return phrases.say("calls.listEmpty");
    }

    public String lineAgreed(String when) {
        return phrases.say("calls.lineAgreed", "when", when);
    }

    public String lineYourMove(String when) {
        return phrases.say("calls.lineYourMove", "when", when);
    }

    public String lineTheirMove(String name, String when) {
        return phrases.say("calls.lineTheirMove", "name", name, "when", when);
    }
}
