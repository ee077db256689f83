package org.peerline.assignments.numbers.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.assignments.numbers.NumberPool;

/** Our numbers and how much of them is in use; nobody else's number. */
@Schema(description = "Our own numbers, and how much of them is in use.")
public record NumbersView(
        @Schema(description = "The front door, in E.164.", required = true, maxLength = 16)
        String serviceNumber,

        @Schema(required = true, maxItems = 10000) List<RelayNumber> relayNumbers,

        @Schema(description = "How many relay numbers there are.", required = true, minimum = "0", maximum = "10000")
        int pool,

        @Schema(
                description = "How many of them the busiest person has, in use or resting.",
                required = true,
                minimum = "0",
                maximum = "10000")
        int takenByTheBusiest,

        @Schema(
                description = "How many more conversations the busiest person can be given within the quarantine. At 0"
                        + " requests begin to wait with NO_RELAY_NUMBER.",
                required = true,
                minimum = "0",
                maximum = "10000")
        int headRoom,

        @Schema(
                description = "How many requests wait for a number, and for nothing else.",
                required = true,
                minimum = "0",
                maximum = "1000000")
        int waitingForANumber) {

    /** One number of the pool. */
    @Schema(description = "A relay number.")
    public record RelayNumber(
            @Schema(description = "E.164.", required = true, maxLength = 16)
            String number,

            @Schema(
                    description = "False when it has left the settings, and only those who have it still talk on it.",
                    required = true)
            boolean configured,

            @Schema(description = "Conversations going on.", required = true, minimum = "0", maximum = "1000000")
            int inUse,

            @Schema(
                    description =
                            "Conversations that have ended, whose two people get this number for nobody else yet.",
                    required = true,
                    minimum = "0",
                    maximum = "1000000")
            int quarantined) {

        static RelayNumber of(NumberPool.Use use) {
            return new RelayNumber(use.number().e164(), use.configured(), use.open(), use.resting());
        }
    }
}
