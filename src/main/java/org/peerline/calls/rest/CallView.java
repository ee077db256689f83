package org.peerline.calls.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallStatus;
import org.peerline.core.Party;
import org.peerline.core.Reference;

/** A call as both sides, call handlers and coordinators see it. */
@Schema(description = "A call. It is AGREED exactly when an agreement of each side is in it.")
public record CallView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID assignmentId,

        @Schema(
                description = "The reference of the request.",
                maxLength = 9,
                pattern = "PS-[0-9A-HJKMNP-TV-Z]{6}",
                required = true)
        String requestReference,

        @Schema(required = true) CallStatus status,

        @Schema(description = "With the offset of its time zone.", required = true)
        OffsetDateTime startsAt,

        @Schema(
                description = "Other times that are offered too, until one is chosen; startsAt is the first.",
                maxItems = 2,
                required = true)
        List<OffsetDateTime> alternatives,

        @Schema(description = "IANA name.", maxLength = 50, required = true)
        String timeZone,

        @Schema(required = true) Party proposedBy,
        @Schema(required = true) Instant proposedAt,

        @Schema(
                description = "The agreed call whose place it takes once it is agreed itself.",
                nullable = true,
                required = true)
        UUID replaces,

        @Schema(description = "Who has said yes, how and when; first come first.", maxItems = 2, required = true)
        List<AgreementView> agreements,

        @Schema(
                description = "How long a call that took place was, where that has been said.",
                nullable = true,
                required = true,
                minimum = "1",
                maximum = "600")
        Integer minutes,

        @Schema(
                description = "Whether another call would help, where that has been said.",
                nullable = true,
                required = true)
        Boolean furtherCall) {

    static CallView of(Call call, Reference reference) {
        return new CallView(
                call.id(),
                call.assignmentId(),
                reference.text(),
                call.status(),
                call.startsAt().toOffsetDateTime(),
                call.times().stream()
                        .skip(1)
                        .map(ZonedDateTime::toOffsetDateTime)
                        .toList(),
                call.startsAt().getZone().getId(),
                call.proposedBy(),
                call.proposedAt(),
                call.replaces().orElse(null),
                call.agreements().stream().map(AgreementView::of).toList(),
                call.minutes().isPresent() ? call.minutes().getAsInt() : null,
                call.furtherCall().orElse(null));
    }
}
