package org.peerline.access.rest;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.access.Role;
import org.peerline.api.input.PlainText;

/** What a key is made of. */
@Schema(description = "A new API key.")
public record NewApiKey(
        @Schema(description = "What the key is for, such as the system that uses it; not a person's name.")
        @NotNull(message = "Is required.")
        @PlainText(max = 100)
        String name,

        @Schema(description = "The doors that it opens. PEER is not among them: a peer signs in.")
        @NotEmpty(message = "At least one role is required.")
        @Size(max = 5, message = "At most {max} roles.")
        List<Role> roles,

        @Schema(description = "When it stops working; never, if left out.")
        Instant expiresAt) {}
