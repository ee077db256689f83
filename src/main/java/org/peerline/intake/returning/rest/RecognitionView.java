package org.peerline.intake.returning.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the caller is known, and no more. */
@Schema(description = "Whether the caller has asked for support before, and no more.")
public record RecognitionView(
        @Schema(description = "Somebody of this name and date of birth has been here.", required = true)
        boolean known,

        @Schema(
                description =
                        "A peer they had takes part and may be wished for: ask the caller, each time, whether they"
                                + " would like the same (`wishes.samePeer`) or somebody new (`wishes.newPeer`).",
                required = true)
        boolean samePeerPossible,

        @Schema(
                description = "That peer could be given to them at this moment. Otherwise say so before asking: wishing"
                        + " for the same brings somebody else now, unless it is a must.",
                required = true)
        boolean samePeerFree) {}
