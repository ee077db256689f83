package org.peerline.archive.trail.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.BadInput;
import org.peerline.archive.Keepers;
import org.peerline.audit.Audit;
import org.peerline.audit.AuditEvent;
import org.peerline.audit.AuditTrail;
import org.peerline.audit.seal.AuditVerification;
import org.peerline.audit.seal.SealAudit;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.privacy.keeping.Person;

/** The audit, for auditors: ids and codes, never a name. */
@Path("/v1/audit-events")
@RolesAllowed(Roles.AUDITOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
public class AuditEventsResource {
    private final AuditTrail trail;
    private final AuditVerification verification;
    private final SealAudit seal;
    private final Keepers keepers;
    private final CurrentActor current;
    private final Audit audit;

    AuditEventsResource(
            AuditTrail trail,
            AuditVerification verification,
            SealAudit seal,
            Keepers keepers,
            CurrentActor current,
            Audit audit) {
        this.current = current;
        this.audit = audit;
        this.trail = trail;
        this.verification = verification;
        this.seal = seal;
        this.keepers = keepers;
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    @Operation(
            operationId = "listAuditEvents",
            summary = "List the audit, oldest first",
            description =
                    "With `subject`, the entries about that id and, for a person, about everything of theirs: their"
                            + " requests, conversations, calls and texts.")
    @APIResponse(responseCode = "200", description = "One page of entries.")
    public Page<AuditEventView> list(
            @Parameter(
                            description = "The id of a person or a thing.",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("subject")
                    String subject,
            @BeanParam PageParameters page) {
        PageRequest asked = page.asked();
        Optional<Collection<UUID>> about = subjects(subject);
        List<AuditEvent> rows = trail.page(about, asked.after().map(Cursor::id), asked.rowsToRead());
        audit.record(current.actor(), "AUDIT_READ", about(subject, rows), null);
        return Page.of(rows, asked, (AuditEvent event) -> Cursor.of(event.id()), AuditEventView::of);
    }

    @GET
    @Limited(Limit.FILES_PER_KEY)
    @Path("/verification")
    @Operation(
            operationId = "verifyAudit",
            summary = "Whether the audit is still what was written",
            description = "Seals what is due, then reads every entry and every block again: meant for now and then.")
    @APIResponse(responseCode = "200", description = "What was found.")
    public AuditVerificationView verify() {
        seal.sealAll();
        return AuditVerificationView.of(verification.verify());
    }

    private static Subject about(String subject, List<AuditEvent> rows) {
        return rows.stream()
                .filter(event -> event.subjectId().toString().equals(subject))
                .findFirst()
                .map(event -> Subject.of(Subject.Kind.valueOf(event.subjectKind()), event.subjectId()))
                .orElse(Subject.SERVICE);
    }

    private Optional<Collection<UUID>> subjects(String written) {
        if (written == null) {
            return Optional.empty();
        }
        try {
            var person = new Person(Subject.of(Subject.Kind.REQUESTER, UUID.fromString(written)), Set.of());
            return Optional.of(keepers.traces(person));
        } catch (IllegalArgumentException notAnId) {
            throw BadInput.of("subject", "Must be an id.");
        }
    }
}
