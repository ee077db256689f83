package org.peerline.access.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.access.ApiKey;
import org.peerline.access.Role;

/** A key as it is shown after it was made: without the key. */
@Schema(description = "An API key, without the key itself.")
public record ApiKeyView(
        @Schema(required = true) UUID id,

        @Schema(description = "What the key is for.", maxLength = 100, required = true)
        String name,

        @Schema(description = "The doors that it opens.", maxItems = 6, required = true)
        List<Role> roles,

        @Schema(required = true) Instant createdAt,
        @Schema(nullable = true) Instant expiresAt,
        @Schema(nullable = true) Instant revokedAt,

        @Schema(description = "Its last use, to the minute.", nullable = true)
        Instant lastUsedAt) {

    static ApiKeyView of(ApiKey key) {
        return new ApiKeyView(
                key.id(),
                key.name(),
                key.roles().stream().sorted().toList(),
                key.createdAt(),
                key.expiresAt().orElse(null),
                key.revokedAt().orElse(null),
                key.lastUsedAt().orElse(null));
    }
}
