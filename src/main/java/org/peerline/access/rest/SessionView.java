package org.peerline.access.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.access.signin.SignInOutcome;

/** A session on the one occasion when its token is shown. */
@Schema(description = "A session, with its token: it is shown this once.")
public record SessionView(
        @Schema(
                description = "The bearer token. Only a hash of it is kept.",
                maxLength = 46,
                pattern = "ps_[A-Za-z0-9_-]{43}",
                required = true)
        String token,

        @Schema(description = "The session ends then at the latest, and earlier if unused.", required = true)
        Instant expiresAt,

        @Schema(description = "Who has signed in.", required = true)
        UUID peerId) {

    static SessionView of(SignInOutcome.SignedIn signedIn) {
        return new SessionView(signedIn.token().text(), signedIn.expiresAt(), signedIn.peerId());
    }
}
