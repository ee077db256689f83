package org.peerline.archive.staff.rest;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.archive.staff.StaffAccount;

/** Who is meant by an id of staff in the audit. */
@Schema(name = "Staff", description = "Who is meant by an id of staff in the audit.")
public record StaffView(
        @Schema(required = true) UUID id,

        @Schema(description = "The organisation's identity provider.", maxLength = 500, required = true)
        String issuer,

        @Schema(description = "Their name there.", maxLength = 500, required = true)
        String account,

        @Schema(
                description = "Which they had when they were seen last.",
                type = SchemaType.ARRAY,
                maxItems = 10,
                required = true)
        List<@Size(max = 20) String> roles,

        @Schema(required = true) Instant firstSeenAt,
        @Schema(required = true) Instant lastSeenAt) {
    static StaffView of(StaffAccount account) {
        return new StaffView(
                account.id(),
                account.issuer(),
                account.account(),
                Arrays.stream(account.roles().split(","))
                        .filter(role -> !role.isEmpty())
                        .toList(),
                account.firstSeenAt(),
                account.lastSeenAt());
    }

    @Override
    public String toString() {
        return "StaffView";
    }
}
