package org.peerline.wording.calls;

import java.util.List;
import org.peerline.wording.bundle.Phrases;

/** Whether a call took place and whether another would help: to the peer, but for {@link #missed}. */
public final class OutcomeTexts {
    private final Phrases phrases;

    public OutcomeTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    public String ask(String name, String when) {
        return phrases.say("outcomes.ask", "name", name, "when", when);
    }

    public String held(String name, String when) {
        return phrases.say("outcomes.held", "name", name, "when", when);
    }

    /** After the end of the conversation: there is nothing more to ask for. */
    public String noted() {
        return phrases.say("outcomes.noted");
    }

    public String more(String name) {
        return phrases.say("outcomes.more", "name", name);
    }

    public String enough() {
        return phrases.say("outcomes.enough");
    }

    /** To whichever side did not say so: without blame, and with the way to a new time. */
    public String missed(String name, String when) {
        return phrases.say("outcomes.missed", "name", name, "when", when);
    }

    /** To the peer who said so. */
    public String missedNoted(String name) {
        return phrases.say("outcomes.missedNoted", "name", name);
    }

    public String nothingToReport() {
        return phrases.say("outcomes.nothingToReport");
    }

    /** Once is enough. */
    public String heldAlready(String name, String when) {
        return phrases.say("outcomes.heldAlready", "name", name, "when", when);
    }

    public String missedAlready(String name, String when) {
        return phrases.say("outcomes.missedAlready", "name", name, "when", when);
    }

    public String notBegun(String name, String when) {
        return phrases.say("outcomes.notBegun", "name", name, "when", when);
    }

    /** No call takes so long, or so short. */
    public String minutesNotPlausible() {
        return phrases.say("outcomes.minutesNotPlausible");
    }

    public String which(List<String> choices) {
        return phrases.say("outcomes.which", "choices", Phrases.numbered(choices));
    }
}
