package org.peerline.sms.twilio.rest.voice;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Reject;
import com.twilio.twiml.voice.Say;
import org.peerline.sms.voice.VoiceReply;
import org.peerline.sms.voice.VoiceReply.Connect;
import org.peerline.sms.voice.VoiceReply.Speak;

/** What becomes of a call, in Twilio's words. */
final class VoiceTwiml {
    private static final int SECONDS_TO_RING = 30;

    private VoiceTwiml() {}

    static String of(VoiceReply reply) {
        var response = new VoiceResponse.Builder();
        if (reply instanceof Connect connect) {
            // The caller hears it ring until the other side answers: before that nobody pays for a connection.
            response.dial(new Dial.Builder()
                    .callerId(connect.shown().e164())
                    .answerOnBridge(true)
                    .timeout(SECONDS_TO_RING)
                    .number(new Number.Builder(connect.to().e164()).build())
                    .build());
            response.say(say(connect.afterwards()));
        } else if (reply instanceof Speak speak) {
            response.say(say(speak));
        } else {
            response.reject(new Reject.Builder().reason(Reject.Reason.BUSY).build());
        }
        return response.build().toXml();
    }

    /** The provider's usual voices read no Welsh, and one that cannot read a sentence may leave it out, 999 and all. */
    private static Say say(Speak spoken) {
        var say = new Say.Builder(spoken.sentence());
        return switch (spoken.language()) {
            case EN -> say.language(Say.Language.EN_GB).build();
            case CY ->
                say.language(Say.Language.CY_GB).voice(Say.Voice.POLLY_GWYNETH).build();
        };
    }
}
