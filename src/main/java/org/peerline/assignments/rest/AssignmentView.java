package org.peerline.assignments.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.assignments.AssignmentStatus;
import org.peerline.assignments.EndReason;
import org.peerline.requests.RequestStatus;

/** An assignment as its peer sees it. */
@Schema(description = "An assignment as its peer sees it.")
public record AssignmentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) AssignmentStatus status,

        @Schema(pattern = "PS-[0-9A-HJKMNP-TV-Z]{6}", maxLength = 9, required = true)
        String reference,

        @Schema(
                description = "CLOSED, when it has ended for this peer, whatever became of the request.",
                required = true)
        RequestStatus requestStatus,

        @Schema(description = "The requester's first name.", maxLength = 100, required = true)
        String requesterFirstName,

        @Schema(maxLength = 80, required = true) String requesterJobRole,

        @Schema(description = "The number that both text, in E.164.", maxLength = 16, required = true)
        String relayNumber,

        @Schema(required = true) Instant assignedAt,

        @Schema(description = "When the requester's first text was relayed.") @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant firstTextAt,

        @Schema(description = "When the peer's first answer was relayed.") @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant firstAnswerAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) Instant endedAt,

        @Schema(
                description =
                        "PASSED, when the peer handed the request back by PASS; otherwise CLOSED, with nobody's reason.",
                enumeration = {"CLOSED", "PASSED"})
        @JsonInclude(JsonInclude.Include.NON_NULL)
        EndReason endReason) {}
