package org.peerline.wording.desk;

import org.peerline.core.Reference;
import org.peerline.wording.bundle.Phrases;

/** When somebody may be in danger, and when a peer needs somebody at once. */
public final class SafetyTexts {
    private final Phrases phrases;

    public SafetyTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    /** To somebody whose text nobody else reads. */
    public String crisis(String helpline) {
        return phrases.say("safety.crisis", "helpline", helpline);
    }

    /** To a requester whose text has been passed on all the same. */
    public String crisisPassedOn(String helpline) {
        return phrases.say("safety.crisisPassedOn", "helpline", helpline);
    }

    /** To a peer, who may be quoting, asking or speaking of themselves. */
    public String crisisPeer(String name, String helpline) {
        return phrases.say("safety.crisisPeer", "name", name, "helpline", helpline);
    }

    /** To a peer who texted HELPME. */
    public String helpMePaged(String helpline) {
        return phrases.say("safety.helpMePaged", "helpline", helpline);
    }

    /** To the peer who sent HELPME, when the page turns out not to arrive. */
    public String pageFailed(String helpline) {
        return phrases.say("safety.pageFailed", "helpline", helpline);
    }

    /** The same as to one who texted HELPME, where no number on call is configured. */
    public String helpMeNobodyOnCall(String helpline) {
        return phrases.say("safety.helpMeNobodyOnCall", "helpline", helpline);
    }

    /** To the safeguarding number on call. */
    public String page(Reference reference, String name) {
        return phrases.say("safety.page", "reference", reference.text(), "name", name);
    }

    /** The same from a peer who did not text in a conversation. */
    public String pageWithoutRequest(String name) {
        return phrases.say("safety.pageWithoutRequest", "name", name);
    }

    /** To the safeguarding number on call, when it texts us. */
    public String onCallReply() {
        return phrases.say("safety.onCallReply");
    }
}
