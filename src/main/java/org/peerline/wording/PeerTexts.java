package org.peerline.wording;

import org.peerline.core.Reference;
import org.peerline.wording.bundle.Phrases;

/** To peers only, so never in neutral wording. */
public final class PeerTexts {
    private final Phrases phrases;

    PeerTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    public String undelivered(Reference reference, String name) {
        return phrases.say("peers.undelivered", "reference", reference.text(), "name", name);
    }

    public String stopped(Reference reference, String name) {
        return phrases.say("peers.stopped", "reference", reference.text(), "name", name);
    }

    public String reachableAgain(Reference reference, String name) {
        return phrases.say("peers.reachableAgain", "reference", reference.text(), "name", name);
    }

    public String cannotReceive(Reference reference, String name) {
        return phrases.say("peers.cannotReceive", "reference", reference.text(), "name", name);
    }

    /** The one reminder that somebody waits for their first answer. */
    public String nudge(Reference reference, String name) {
        return phrases.say("peers.nudge", "reference", reference.text(), "name", name);
    }

    public String passed(Reference reference) {
        return phrases.say("peers.passed", "reference", reference.text());
    }

    public String passTooLate(Reference reference, String name) {
        return phrases.say("peers.passTooLate", "reference", reference.text(), "name", name);
    }

    /** When either side has ended or changed; the peer is told no more than this. */
    public String requestClosed(Reference reference) {
        return phrases.say("peers.requestClosed", "reference", reference.text());
    }

    public String closed(Reference reference) {
        return phrases.say("peers.closed", "reference", reference.text());
    }

    public String signInCode(String code, int minutes) {
        return phrases.say("peers.signInCode", "code", code, "minutes", String.valueOf(minutes));
    }

    /** Before they suggest a time close to another call of theirs. */
    public String overlapping(Reference reference, String before, String when, String word) {
        return phrases.say(
                "peers.overlapping", "reference", reference.text(), "before", before, "when", when, "word", word);
    }

    /** To whoever has said yes to a time close to another call of theirs. */
    public String overlapNoted(Reference reference, String before) {
        return phrases.say("peers.overlapNoted", "reference", reference.text(), "before", before);
    }
}
