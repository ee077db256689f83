package org.peerline.intake.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.assignments.EndReason;

/** Why a request is given to somebody else. */
@Schema(description = "Why the request is given to somebody else. Nobody but coordinators sees it.")
public record Reassigning(@NotNull(message = "Is required.") Reason reason) {

    /** A code, never a story about a person. */
    public enum Reason {
        REQUESTER_ASKED,
        PEER_ASKED,
        PEER_DOES_NOT_ANSWER,
        THEY_KNOW_EACH_OTHER,
        OTHER
    }

    /** How the assignment ends; two who know each other are kept apart for that reason. */
    public EndReason end() {
        return reason == Reason.THEY_KNOW_EACH_OTHER ? EndReason.KNOWN_PERSON : EndReason.REASSIGNED;
    }
}
