package org.peerline.wording;

import org.peerline.wording.bundle.Phrases;

/** To a requester: who their colleague is, or that they wait for one. */
public final class IntroductionTexts {
    private final Phrases phrases;

    IntroductionTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The details text: whoever answers it has sent the first text. */
    public String details(String name, String role) {
        return phrases.say("introduction.details", "name", name, "role", Phrases.insideASentence(role));
    }

    /** The same, to somebody who asked for their peer from before and cannot have them. */
    public String detailsInstead(String earlier, String name, String role) {
        return phrases.say(
                "introduction.detailsInstead", "earlier", earlier, "name", name, "role", Phrases.insideASentence(role));
    }

    /**
     * Somebody would be free if it were not for what they insist on.
     *
     * @param wish what they would have to do without
     */
    public String waitingForAWish(String wish, String helpline) {
        return phrases.say("introduction.waitingForAWish", "wish", wish, "helpline", helpline);
    }

    public String wishSpecialty() {
        return phrases.say("introduction.wishSpecialty");
    }

    public String wishGender() {
        return phrases.say("introduction.wishGender");
    }

    public String wishSamePeer() {
        return phrases.say("introduction.wishSamePeer");
    }

    public String wishNewPeer() {
        return phrases.say("introduction.wishNewPeer");
    }

    /** Without either of them somebody would be free. */
    public String eitherWish(String one, String other) {
        return phrases.say("introduction.eitherWish", "one", one, "other", other);
    }

    /** Only without both. */
    public String bothWishes(String one, String other) {
        return phrases.say("introduction.bothWishes", "one", one, "other", other);
    }

    /** Nobody on the roster would do, busy or not. Why, is nobody's to know. */
    public String waitingForSomebodySuitable(String helpline) {
        return phrases.say("introduction.waitingForSomebodySuitable", "helpline", helpline);
    }

    public String waiting(String helpline) {
        return phrases.say("introduction.waiting", "helpline", helpline);
    }
}
