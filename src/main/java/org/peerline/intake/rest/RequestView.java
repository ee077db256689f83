package org.peerline.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.matching.ReasonCode;
import org.peerline.requests.Outcome;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.waiting.WaitingReason;

/** A request as its reader may see it: what the role may not see is left out. */
@Schema(description = "A request for support. What the caller's role may not see is left out.")
public record RequestView(
        @Schema(required = true) UUID id,

        @Schema(
                description = "The short name that people use.",
                pattern = "PS-[0-9A-HJKMNP-TV-Z]{6}",
                maxLength = 9,
                required = true)
        String reference,

        @Schema(required = true) RequestStatus status,
        @Schema(required = true) Instant createdAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) Outcome outcome,

        @JsonInclude(JsonInclude.Include.NON_NULL) Instant closedAt,

        @Schema(required = true) RequesterView requester,

        @Schema(
                description = "The open assignment; null while the request waits and after it was closed.",
                nullable = true,
                required = true)
        AssignmentPart assignment,

        @Schema(description = "Why nobody is assigned yet; null once somebody is.", nullable = true, required = true)
        WaitingPart waiting) {

    /** The requester, as far as the reader may know them. */
    @Schema(name = "RequestRequester", description = "Who asked.")
    public record RequesterView(
            @Schema(required = true) UUID id,

            @Schema(description = "The full name; a peer sees the first name only.", maxLength = 100, required = true)
            String name,

            @Schema(description = "In E.164; peers never see it.", maxLength = 16)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String contactNumber,

            @Schema(maxLength = 80, required = true) String jobRole) {}

    /** With whom the request is. */
    @Schema(name = "RequestAssignment", description = "With whom the request is.")
    public record AssignmentPart(
            @Schema(required = true) UUID id,

            @Schema(
                    enumeration = {"OPEN", "ENDED"},
                    required = true)
            String status,

            @Schema(required = true) Instant assignedAt,

            @Schema(description = "Why this peer, as codes; for coordinators and call handlers.", maxItems = 10)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            List<ReasonCode> reasons,

            @Schema(required = true) PeerPart peer,

            @Schema(description = "The number that both text, in E.164.", maxLength = 16, required = true)
            String relayNumber,

            @Schema(required = true) DetailsTextPart detailsText) {}

    /** The peer, to read out to the caller. */
    @Schema(name = "RequestPeer", description = "The peer, as it may be read out to the requester.")
    public record PeerPart(
            @Schema(required = true) UUID id,
            @Schema(maxLength = 60, required = true) String displayName,
            @Schema(maxLength = 80, required = true) String jobRole,
            @Schema(maxLength = 80, nullable = true) String specialty) {}

    /** What became of the details text. */
    @Schema(name = "DetailsText", description = "What became of the text with the peer's details.")
    public record DetailsTextPart(
            @Schema(
                    enumeration = {"QUEUED", "SENDING", "SENT", "DELIVERED", "FAILED", "UNKNOWN", "CANCELLED"},
                    required = true)
            String status,

            @Schema(description = "The provider's code, or a word of ours, when it failed.", maxLength = 40)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String errorCode,

            @Schema(description = "When it will be sent, while it waits for the morning: nobody is woken by it.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Instant notBefore) {}

    /** Why nobody is assigned yet. */
    @Schema(name = "Waiting", description = "Why nobody is assigned yet, and the place in the queue.")
    public record WaitingPart(
            @Schema(required = true) Instant since,
            @Schema(required = true) WaitingReason reason,

            @Schema(description = "1 is next.", minimum = "1", maximum = "1000000", required = true)
            int position,

            @Schema(
                    description = "For coordinators: the rule after which nobody was left. What kept single people from"
                            + " single people is one word, KEPT_APART. BEING_SERVED, for call handlers too: somebody is free, and is being offered"
                            + " to those who came before; look again in a moment.",
                    enumeration = {
                        "NOT_ACTIVE",
                        "PAUSED",
                        "AWAY",
                        "NOT_REACHABLE",
                        "SHARED_EMPLOYER",
                        "KEPT_APART",
                        "MUST_SPECIALTY",
                        "MUST_GENDER",
                        "MUST_SAME_PEER",
                        "MUST_NEW_PEER",
                        "AT_CAPACITY",
                        "AT_MONTHLY_CAP",
                        "NO_RELAY_NUMBER",
                        "BEING_SERVED"
                    })
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String rule,

            @Schema(
                    description =
                            "Wishes without which somebody would have been found when somebody was last looked"
                                    + " for: any one of them, unless together is true. Empty when dropping a wish would not help.",
                    maxItems = 4)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            List<NewWishes.Must> droppingWouldHelp,

            @Schema(description = "Only dropping all of them would help.") @JsonInclude(JsonInclude.Include.NON_NULL)
            Boolean together) {}
}
