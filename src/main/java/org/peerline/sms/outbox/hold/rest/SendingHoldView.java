package org.peerline.sms.outbox.hold.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.sms.outbox.hold.SendingHold;

/** What cannot send now. */
@Schema(description = "One of our numbers, or the provider as a whole, from which nothing goes out now.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SendingHoldView(
        @Schema(required = true) UUID id,

        @Schema(description = "Whether it is one number or the provider.", required = true)
        Scope scope,

        @Schema(description = "Our number that is held; absent when it is the provider.", maxLength = 16)
        String number,

        @Schema(description = "The provider's code, or a word of ours.", maxLength = 40, required = true)
        String code,

        @Schema(required = true) Instant since,

        @Schema(description = "When it is tried next.", required = true)
        Instant probeAt,

        @Schema(description = "How many tries have failed.", minimum = "0", maximum = "2147483647", required = true)
        int probes) {

    /** What is held. */
    public enum Scope {
        NUMBER,
        PROVIDER
    }

    static SendingHoldView of(SendingHold hold) {
        return new SendingHoldView(
                hold.id(),
                hold.isOfProvider() ? Scope.PROVIDER : Scope.NUMBER,
                hold.isOfProvider() ? null : hold.scope(),
                hold.code(),
                hold.since(),
                hold.probeAt(),
                hold.probes());
    }
}
