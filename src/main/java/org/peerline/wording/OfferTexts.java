package org.peerline.wording;

import org.peerline.wording.bundle.Phrases;

/** The answers to a peer who asks for, or changes, what they offer; to peers only, so never in neutral wording. */
public final class OfferTexts {
    private final Phrases phrases;

    OfferTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    /** All of it. {@code hours} and {@code away} are lists, or one of the words below. */
    public String offer(String hours, int room, int open, int cap, String away) {
        return phrases.say(
                "offer.offer",
                "hours",
                hours,
                "room",
                String.valueOf(room),
                "open",
                String.valueOf(open),
                "cap",
                String.valueOf(cap),
                "away",
                away);
    }

    /** In place of hours. */
    public String anyTime() {
        return phrases.say("offer.anyTime");
    }

    /** Behind hours: whose clock they are meant by. */
    public String ukTime() {
        return phrases.say("offer.ukTime");
    }

    /** In place of days away. */
    public String noDaysAway() {
        return phrases.say("offer.noDaysAway");
    }

    public String hoursSet(String hours) {
        return phrases.say("offer.hoursSet", "hours", hours);
    }

    public String hoursAny() {
        return phrases.say("offer.hoursAny");
    }

    public String hoursNotUnderstood() {
        return phrases.say("offer.hoursNotUnderstood");
    }

    public String hoursDayUnknown() {
        return phrases.say("offer.hoursDayUnknown");
    }

    public String hoursTimeUnclear() {
        return phrases.say("offer.hoursTimeUnclear");
    }

    /** Of two spans, or of one that has no length. */
    public String hoursOverlap() {
        return phrases.say("offer.hoursOverlap");
    }

    public String roomSet(int room, int open) {
        return phrases.say("offer.roomSet", "room", String.valueOf(room), "open", String.valueOf(open));
    }

    public String roomBelowOpen(int room, int open) {
        return phrases.say("offer.roomBelowOpen", "room", String.valueOf(room), "open", String.valueOf(open));
    }

    public String roomOutOfRange(int room) {
        return phrases.say("offer.roomOutOfRange", "room", String.valueOf(room));
    }

    public String capSet(int cap) {
        return phrases.say("offer.capSet", "cap", String.valueOf(cap));
    }

    public String capOutOfRange(int cap) {
        return phrases.say("offer.capOutOfRange", "cap", String.valueOf(cap));
    }

    public String awayOn(String when) {
        return phrases.say("offer.awayOn", "when", when);
    }

    public String awayFromTo(String before, String when) {
        return phrases.say("offer.awayFromTo", "before", before, "when", when);
    }

    public String notAwayAnyMore() {
        return phrases.say("offer.notAwayAnyMore");
    }

    public String awayNotUnderstood() {
        return phrases.say("offer.awayNotUnderstood");
    }

    public String awayPast() {
        return phrases.say("offer.awayPast");
    }

    /** Too far ahead, or too many times. */
    public String awayTooMuch() {
        return phrases.say("offer.awayTooMuch");
    }
}
