package org.peerline.wording.calls;

import org.peerline.wording.bundle.Phrases;

/** Reminders of an agreed call, to either side; put together from what is to be remembered and how to ring. */
public final class ReminderTexts {
    private final Phrases phrases;

    public ReminderTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The evening before. */
    public String evening(String name, String when) {
        return phrases.say("reminders.evening", "name", name, "when", when);
    }

    /** Shortly before. */
    public String soon(String name, String when) {
        return phrases.say("reminders.soon", "name", name, "when", when);
    }

    /** To both, where our numbers connect them. */
    public String ringThisNumber() {
        return phrases.say("reminders.ringThisNumber");
    }

    /** To the peer only, where our numbers take no calls. */
    public String ring(String name, String number) {
        return phrases.say("reminders.ring", "name", name, "number", number);
    }

    /** To the requester, where our numbers take no calls. */
    public String youAreRung(String name) {
        return phrases.say("reminders.youAreRung", "name", name);
    }
}
