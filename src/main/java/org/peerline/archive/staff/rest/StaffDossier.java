package org.peerline.archive.staff.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.archive.staff.StaffAccount;
import org.peerline.audit.AuditEvent;
import org.peerline.core.Subject;

/** Everything that is held about a member of staff: the account, and what they did. */
@Schema(description = "Everything that is held about a member of staff: the account, and what they did.")
public record StaffDossier(
        @Schema(required = true) StaffView account,

        @Schema(
                description = "From the audit, oldest first; about whom by id only.",
                type = SchemaType.ARRAY,
                maxItems = 10000000,
                required = true)
        List<Done> done) {

    /** One thing that they did. */
    @Schema(name = "StaffDone")
    public record Done(
            @Schema(required = true) Instant at,
            @Schema(maxLength = 60, required = true) String action,
            @Schema(required = true) Subject.Kind subjectKind,
            @Schema(required = true) UUID subjectId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 60)
            String purpose) {}

    static StaffDossier of(StaffAccount account, List<AuditEvent> done) {
        return new StaffDossier(
                StaffView.of(account),
                done.stream()
                        .map(event -> new Done(
                                event.at(),
                                event.action(),
                                Subject.Kind.valueOf(event.subjectKind()),
                                event.subjectId(),
                                event.purpose()))
                        .toList());
    }

    @Override
    public String toString() {
        return "StaffDossier";
    }
}
