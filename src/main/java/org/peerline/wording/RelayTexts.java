package org.peerline.wording;

import org.peerline.core.Reference;
import org.peerline.wording.bundle.Phrases;

/** What stands around a text that is passed on, and what its sender is told when it is not. */
public final class RelayTexts {
    private final Phrases phrases;

    RelayTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    /** In front of the first text to a peer. */
    public String firstHeading(Reference reference, String name, String role) {
        return phrases.say(
                "relay.firstHeading",
                "reference",
                reference.text(),
                "name",
                name,
                "role",
                Phrases.insideASentence(role));
    }

    /** Behind the first text to a peer, on a line of its own. */
    public String firstFooter() {
        return phrases.say("relay.firstFooter");
    }

    public String heading(String name) {
        return phrases.say("relay.heading", "name", name);
    }

    /** For a peer with two requesters of one first name. */
    public String headingWithReference(Reference reference, String name) {
        return phrases.say("relay.headingWithReference", "reference", reference.text(), "name", name);
    }

    public String pictureNotPassedOn() {
        return phrases.say("relay.pictureNotPassedOn");
    }

    /** To whoever has had more texts passed on in a day than anybody writes by hand. */
    public String tooMany(String helpline) {
        return phrases.say("relay.tooMany", "helpline", helpline);
    }

    /** To a requester; {@link PeerTexts#undelivered} tells a peer. */
    public String undelivered(String name, String helpline) {
        return phrases.say("relay.undelivered", "name", name, "helpline", helpline);
    }

    /** To a requester whose peer has just opted out; {@link PeerTexts#stopped} tells a peer. */
    public String stopped(String name, String helpline) {
        return phrases.say("relay.stopped", "name", name, "helpline", helpline);
    }

    /** To a requester who was told so, and whose peer has opted in again. */
    public String reachableAgain(String name) {
        return phrases.say("relay.reachableAgain", "name", name);
    }

    /** To a requester who writes to a peer that has opted out; {@link PeerTexts#cannotReceive} tells a peer. */
    public String cannotReceive(String name, String helpline) {
        return phrases.say("relay.cannotReceive", "name", name, "helpline", helpline);
    }

    /** To a requester who texts a former colleague and has another one now. */
    public String movedOn(String name, String helpline) {
        return phrases.say("relay.movedOn", "name", name, "helpline", helpline);
    }

    /** To a requester who texts a former colleague and waits for another one. */
    public String between(String helpline) {
        return phrases.say("relay.between", "helpline", helpline);
    }

    /** To a requester who texts after the end; {@link PeerTexts#closed} answers a peer. */
    public String closed(String helpline) {
        return phrases.say("relay.closed", "helpline", helpline);
    }
}
