package org.peerline.archive.trail.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.audit.seal.AuditVerification;

/** Whether the audit is still what was sealed. */
@Schema(name = "AuditVerification", description = "Whether the audit is still what was sealed.")
public record AuditVerificationView(
        @Schema(description = "True when no entry was changed, removed or slipped in.", required = true)
        boolean holds,

        @Schema(minimum = "0", maximum = "9223372036854775807", required = true)
        long blocks,

        @Schema(description = "Entries in them.", minimum = "0", maximum = "9223372036854775807", required = true)
        long events,

        @Schema(
                description = "The first block that is not what was sealed.",
                nullable = true,
                minimum = "1",
                maximum = "9223372036854775807")
        Long firstBroken,

        @Schema(
                description = "Entries written behind the seal.",
                minimum = "0",
                maximum = "9223372036854775807",
                required = true)
        long slippedIn,

        @Schema(
                description = "Entries so new that no seal covers them yet.",
                minimum = "0",
                maximum = "9223372036854775807",
                required = true)
        long notYetSealed,

        @Schema(
                description =
                        "Hash of the last block. Keep it elsewhere: it proves later that the end was not cut off.",
                maxLength = 64,
                pattern = "[0-9a-f]*",
                required = true)
        String head) {
    static AuditVerificationView of(AuditVerification.Result found) {
        return new AuditVerificationView(
                found.holds(),
                found.blocks(),
                found.events(),
                found.firstBroken().orElse(null),
                found.slippedIn(),
                found.notYet(),
                found.head());
    }
}
