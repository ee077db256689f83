package org.peerline.sms.simulator.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.sms.voice.VoiceReply;
import org.peerline.sms.voice.VoiceReply.Connect;
import org.peerline.sms.voice.VoiceReply.Speak;

/** What would become of a call. */
@Schema(description = "What would become of the call with a real gateway.")
public record SimulatedConnection(
        @Schema(required = true) boolean connected,

        @Schema(description = "The phone that rings.", nullable = true, maxLength = 16, required = true)
        String to,

        @Schema(description = "The number that it shows.", nullable = true, maxLength = 16, required = true)
        String shownNumber,

        @Schema(
                description =
                        "What a voice says to the caller, after the connection if there is one; nothing where the line is"
                                + " engaged, because somebody rings too often.",
                maxLength = 1600,
                required = true)
        String said) {

    static SimulatedConnection of(VoiceReply reply) {
        return reply instanceof Connect connect
                ? new SimulatedConnection(
                        true,
                        connect.to().e164(),
                        connect.shown().e164(),
                        connect.afterwards().sentence())
                : new SimulatedConnection(false, null, null, reply instanceof Speak speak ? speak.sentence() : "");
    }

    @Override
    public String toString() {
        return "SimulatedConnection";
    }
}
