package org.peerline.wording.desk;

import org.peerline.wording.bundle.Phrases;

/** To people we do not know. Nothing in them depends on anything we store. */
public final class FrontDoorTexts {
    private final Phrases phrases;

    public FrontDoorTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    /** A stranger on a relay number learns nothing about the programme, not even that there is one. */
    public String strangerOnRelayNumber() {
        return phrases.say("frontDoor.strangerOnRelayNumber");
    }

    public String strangerOnServiceNumber(String helpline) {
        return phrases.say("frontDoor.strangerOnServiceNumber", "helpline", helpline);
    }

    /** To a mobile of another country, where its texts are answered at all. */
    public String abroad(String helpline) {
        return phrases.say("frontDoor.abroad", "helpline", helpline);
    }

    /** To a number that had as many answers in a day as a person never needs. */
    public String tooManyAnswers(String helpline) {
        return phrases.say("frontDoor.tooManyAnswers", "helpline", helpline);
    }

    /** To somebody whose request cannot be begun by text now. */
    public String tooOften(String helpline) {
        return phrases.say("frontDoor.tooOften", "helpline", helpline);
    }

    /** To somebody whose text came without the words that were in it. */
    public String sayAgain(String helpline) {
        return phrases.say("frontDoor.sayAgain", "helpline", helpline);
    }

    /** Spoken to somebody who rings a relay number and has no place on it, or has withheld theirs. */
    public String strangerRings() {
        return phrases.say("frontDoor.strangerRings");
    }
}
