package org.peerline.wording;

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

    public String waiting(String helpline) {
        return phrases.say("introduction.waiting", "helpline", helpline);
    }
}
