package org.peerline.wording;

import org.peerline.wording.bundle.Phrases;

/** To a requester, while the first words of somebody are awaited. */
public final class ContactTexts {
    private final Phrases phrases;

    ContactTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The one reminder that the first text is theirs. {@link PeerTexts#nudge} reminds a peer. */
    public String nudge(String name, String helpline) {
        return phrases.say("contact.nudge", "name", name, "helpline", helpline);
    }

    /** The peer has not answered: would they like somebody else? */
    public String offer(String name, String helpline) {
        return phrases.say("contact.offer", "name", name, "helpline", helpline);
    }

    /** The request is closed because nothing was heard. */
    public String noFirstText(String helpline) {
        return phrases.say("contact.noFirstText", "helpline", helpline);
    }
}
