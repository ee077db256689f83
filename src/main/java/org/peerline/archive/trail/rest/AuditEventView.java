package org.peerline.archive.trail.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.audit.AuditEvent;

/** One entry of the audit. */
@Schema(
        name = "AuditEvent",
        description = "Who did what to which subject, when, in which role. Never a name or a text.")
public record AuditEventView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant at,

        @Schema(description = "How they came in.", maxLength = 40, required = true)
        String actorKind,

        @Schema(nullable = true) UUID actorId,

        @Schema(description = "Their roles at that moment.", nullable = true, maxLength = 100)
        String actorRoles,

        @Schema(description = "What happened, as a code.", maxLength = 60, required = true)
        String action,

        @Schema(maxLength = 40, required = true) String subjectKind,
        @Schema(required = true) UUID subjectId,

        @Schema(description = "Codes that explain it.", nullable = true, maxLength = 500)
        String detail,

        @Schema(description = "Why, where a reason is asked.", nullable = true, maxLength = 60)
        String purpose) {
    static AuditEventView of(AuditEvent event) {
        return new AuditEventView(
                event.id(),
                event.at(),
                event.actorKind(),
                event.actorId(),
                event.actorRoles(),
                event.action(),
                event.subjectKind(),
                event.subjectId(),
                event.detail(),
                event.purpose());
    }
}
