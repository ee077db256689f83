package org.peerline.wording;

import org.peerline.wording.bundle.Phrases;

/** The end of a conversation as its requester sees it. */
public final class EndingTexts {
    private final Phrases phrases;

    EndingTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    public String askBeforeChange(String name) {
        return phrases.say("ending.askBeforeChange", "name", name);
    }

    /** After NO to {@link #askBeforeChange}. */
    public String changeDropped(String name) {
        return phrases.say("ending.changeDropped", "name", name);
    }

    public String changed(String helpline) {
        return phrases.say("ending.changed", "helpline", helpline);
    }

    /** To the requester whose peer has passed. */
    public String handedBack(String name, String helpline) {
        return phrases.say("ending.handedBack", "name", name, "helpline", helpline);
    }

    public String askBeforeDone(String name) {
        return phrases.say("ending.askBeforeDone", "name", name);
    }

    /** After NO to {@link #askBeforeDone}; both sides may have asked. */
    public String doneDropped(String name) {
        return phrases.say("ending.doneDropped", "name", name);
    }

    public String closed(String name, String helpline) {
        return phrases.say("ending.closed", "name", name, "helpline", helpline);
    }

    /** When a coordinator gives the request to somebody else. */
    public String reassigned(String name, String helpline) {
        return phrases.say("ending.reassigned", "name", name, "helpline", helpline);
    }

    /** From the service number, when the request is closed before anybody was found. */
    public String closedWhileWaiting(String helpline) {
        return phrases.say("ending.closedWhileWaiting", "helpline", helpline);
    }

    /** To an OK or NO that comes after its question has lapsed. */
    public String questionLapsed() {
        return phrases.say("ending.questionLapsed");
    }
}
