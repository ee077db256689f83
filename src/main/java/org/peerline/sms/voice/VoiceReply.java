package org.peerline.sms.voice;

import org.peerline.core.PhoneNumber;
import org.peerline.wording.Language;

/** What becomes of a call. */
public sealed interface VoiceReply {

    /**
     * The two are connected, each seeing our number.
     *
     * @param to the other person's own number, which the caller does not learn
     * @param shown our number, which the other person sees
     * @param afterwards what the caller hears if they are still there
     */
    record Connect(PhoneNumber to, PhoneNumber shown, Speak afterwards) implements VoiceReply {}

    /** The caller finds the line engaged; it costs nobody anything. */
    record Engaged() implements VoiceReply {}

    /** A voice speaks, and the call is over. */
    record Speak(Language language, String sentence) implements VoiceReply {}
}
