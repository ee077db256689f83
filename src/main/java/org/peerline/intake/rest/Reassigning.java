package org.peerline.intake.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
}
