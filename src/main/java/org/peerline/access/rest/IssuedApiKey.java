package org.peerline.access.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.access.ApiKeys;
import org.peerline.access.Role;
import org.peerline.api.idempotency.ShownOnce;

/** A key on the one occasion when it is shown. */
@Schema(description = "A new API key, with the key itself: it is shown this once.")
public record IssuedApiKey(
        @Schema(required = true) UUID id,

        @Schema(description = "What the key is for.", maxLength = 100, required = true)
        String name,

        @Schema(description = "The doors that it opens.", maxItems = 6, required = true)
        List<Role> roles,

        @Schema(
                description = "The bearer token. Only a hash of it is kept, so a repeat with the same Idempotency-Key"
                        + " gets null: whoever lost the first answer revokes this key and makes another.",
                nullable = true,
                maxLength = 46,
                pattern = "pl_[A-Za-z0-9_-]{43}",
                required = true)
        String key,

        @Schema(required = true) Instant createdAt,
        @Schema(nullable = true) Instant expiresAt)
        implements ShownOnce {

    static IssuedApiKey of(ApiKeys.Issued issued) {
        var view = ApiKeyView.of(issued.key());
        return new IssuedApiKey(
                view.id(), view.name(), view.roles(), issued.token().text(), view.createdAt(), view.expiresAt());
    }

    @Override
    public IssuedApiKey withoutSecret() {
        return new IssuedApiKey(id, name, roles, null, createdAt, expiresAt);
    }
}
