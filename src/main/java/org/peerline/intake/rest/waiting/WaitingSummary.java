package org.peerline.intake.rest.waiting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.intake.rest.NewWishes.Must;
import org.peerline.matching.Need.Wish;
import org.peerline.requests.waiting.WaitingCounts;
import org.peerline.requests.waiting.WaitingReason;

/** Who is missing on the roster, in numbers. */
@Schema(description = "How many requests wait, and for want of whom.")
public record WaitingSummary(
        @Schema(required = true, minimum = "0", maximum = "2147483647")
        int total,

        @Schema(description = "Since when the longest waits; null when nobody does.", nullable = true)
        Instant since,

        @Schema(description = "By the rule after which nobody was left, most first.", required = true, maxItems = 50)
        List<Count> reasons,

        @Schema(description = "By what requesters insist on, most first.", required = true, maxItems = 100)
        List<Insisted> musts) {

    /** How many wait for one reason. */
    @Schema(name = "WaitingReasonCount", description = "How many wait for one reason.")
    public record Count(
            @Schema(required = true) WaitingReason reason,

            @Schema(
                    description = "As in a request's waiting.rule; null where nobody has looked yet.",
                    nullable = true,
                    maxLength = 40)
            String rule,

            @Schema(required = true, minimum = "1", maximum = "2147483647")
            int waiting) {}

    /** How many insist on one thing. */
    @Schema(name = "WaitingMustCount", description = "How many insist on one thing.")
    public record Insisted(
            @Schema(required = true) Must wish,

            @Schema(description = "Which specialty or gender.", maxLength = 80)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String value,

            @Schema(required = true, minimum = "1", maximum = "2147483647")
            int waiting,

            @Schema(
                    description = "For how many of them somebody would be found without it.",
                    required = true,
                    minimum = "0",
                    maximum = "2147483647")
            int droppingWouldHelp) {}

    static WaitingSummary of(List<WaitingCounts.ByRule> rules, List<WaitingCounts.ByMust> musts) {
        // Rules that are one word outside are one number, too.
        var counts = new LinkedHashMap<List<Object>, Count>();
        for (var row : rules) {
            String rule = row.rule().map(WaitingRules::shown).orElse(null);
            var count = new Count(row.reason(), rule, row.waiting());
            counts.merge(
                    List.of(row.reason(), String.valueOf(rule)),
                    count,
                    (one, other) -> new Count(one.reason(), one.rule(), one.waiting() + other.waiting()));
        }
        return new WaitingSummary(
                rules.stream().mapToInt(WaitingCounts.ByRule::waiting).sum(),
                rules.stream()
                        .map(WaitingCounts.ByRule::since)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                List.copyOf(counts.values()),
                musts.stream()
                        .map(row -> new Insisted(
                                WaitingRules.shown(Wish.valueOf(row.wish())),
                                row.value().orElse(null),
                                row.waiting(),
                                row.wouldHelp()))
                        .toList());
    }
}
