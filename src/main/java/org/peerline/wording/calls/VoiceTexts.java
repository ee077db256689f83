package org.peerline.wording.calls;

import org.peerline.wording.bundle.Phrases;

/** What a voice says to somebody who rings one of our numbers. Anybody may hear it, so it names nobody. */
public final class VoiceTexts {
    private final Phrases phrases;

    public VoiceTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    /** After a connection, however it ended. */
    public String afterwards() {
        return phrases.say("voice.afterwards");
    }

    /** There is no agreed call about now. */
    public String notNow(String helpline) {
        return phrases.say("voice.notNow", "helpline", helpline);
    }

    /** The other person wants nothing from us at present. */
    public String cannotConnect(String helpline) {
        return phrases.say("voice.cannotConnect", "helpline", helpline);
    }

    public String closed(String helpline) {
        return phrases.say("voice.closed", "helpline", helpline);
    }

    /** On a number that takes texts only, and on the service number. */
    public String textsOnly(String helpline) {
        return phrases.say("voice.textsOnly", "helpline", helpline);
    }
}
