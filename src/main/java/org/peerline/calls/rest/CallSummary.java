package org.peerline.calls.rest;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.calls.CallCounts;
import org.peerline.calls.negotiation.CallStatus;

/** How many calls there were. */
@Schema(description = "How many calls begin in a period, and what became of them. Numbers only.")
public record CallSummary(
        @Schema(required = true, minimum = "0", maximum = "2147483647")
        int proposed,

        @Schema(required = true, minimum = "0", maximum = "2147483647")
        int agreed,

        @Schema(required = true, minimum = "0", maximum = "2147483647")
        int held,

        @Schema(required = true, minimum = "0", maximum = "2147483647")
        int missed,

        @Schema(required = true, minimum = "0", maximum = "2147483647")
        int declined,

        @Schema(required = true, minimum = "0", maximum = "2147483647")
        int countered,

        @Schema(required = true, minimum = "0", maximum = "2147483647")
        int cancelled,

        @Schema(required = true, minimum = "0", maximum = "2147483647")
        int lapsed,

        @Schema(
                description = "Of the agreed: those whose time has come and whose outcome nobody has said.",
                required = true,
                minimum = "0",
                maximum = "2147483647")
        int awaitingOutcome,

        @Schema(
                description = "Assignments with at least one call that took place.",
                required = true,
                minimum = "0",
                maximum = "2147483647")
        int assignmentsWithCalls,

        @Schema(
                description = "Of the held: those whose length was said.",
                required = true,
                minimum = "0",
                maximum = "2147483647")
        int withMinutes,

        @Schema(
                description = "The length of all of these together.",
                required = true,
                minimum = "0",
                maximum = "2147483647")
        int minutes,

        @Schema(description = "Another call would help.", required = true, minimum = "0", maximum = "2147483647")
        int furtherCallWanted,

        @Schema(description = "No other call is needed.", required = true, minimum = "0", maximum = "2147483647")
        int furtherCallNotNeeded) {

    static CallSummary of(CallCounts.Counts counts) {
        Map<CallStatus, Integer> by = new TreeMap<>(counts.byStatus());
        return new CallSummary(
                by.get(CallStatus.PROPOSED),
                by.get(CallStatus.AGREED),
                by.get(CallStatus.HELD),
                by.get(CallStatus.MISSED),
                by.get(CallStatus.DECLINED),
                by.get(CallStatus.COUNTERED),
                by.get(CallStatus.CANCELLED),
                by.get(CallStatus.LAPSED),
                counts.unreported(),
                counts.pairs(),
                counts.timed(),
                counts.minutes(),
                counts.wantMore(),
                counts.hadEnough());
    }
}
