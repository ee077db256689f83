package org.peerline.wording.desk;

import org.peerline.core.Reference;
import org.peerline.wording.bundle.Phrases;

/** The words that we understand, for each reader, and what to do when we did not. */
public final class GuideTexts {
    private final Phrases phrases;

    public GuideTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    public String requester(String name, String helpline) {
        return phrases.say("guide.requester", "name", name, "helpline", helpline);
    }

    public String peer(Reference reference, String name) {
        return phrases.say("guide.peer", "reference", reference.text(), "name", name);
    }

    public String peerOnServiceNumber() {
        return phrases.say("guide.peerOnServiceNumber");
    }

    /** To a requester with an open assignment. */
    public String requesterWithColleague(String name, String helpline) {
        return phrases.say("guide.requesterWithColleague", "name", name, "helpline", helpline);
    }

    /** To a requester who waits. */
    public String requesterOnServiceNumber(String helpline) {
        return phrases.say("guide.requesterOnServiceNumber", "helpline", helpline);
    }

    /** To a requester with an open assignment who texts the service number. */
    public String notUnderstoodFromRequester(String name, String helpline) {
        return phrases.say("guide.notUnderstoodFromRequester", "name", name, "helpline", helpline);
    }
}
