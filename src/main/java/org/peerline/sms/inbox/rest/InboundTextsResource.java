package org.peerline.sms.inbox.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.input.StatusFilter;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.NotFound;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.sms.inbox.KeptTexts;
import org.peerline.sms.inbox.WaitingTexts;

/** Inbound texts that have not taken effect yet, for coordinators. */
@Path("/v1/inbound-texts")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Texts")
public class InboundTextsResource {
    private final WaitingTexts waiting;
    private final KeptTexts kept;
    private final CurrentActor current;
    private final Audit audit;

    InboundTextsResource(WaitingTexts waiting, KeptTexts kept, CurrentActor current, Audit audit) {
        this.waiting = waiting;
        this.kept = kept;
        this.current = current;
        this.audit = audit;
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    @Operation(
            operationId = "listInboundTexts",
            summary = "List inbound texts that could not be processed, oldest first, without their words",
            description =
                    "WAITING: tried again by itself. FAILED: tried often enough; a person decides. Texts that have"
                            + " taken effect are not in it.")
    @APIResponse(responseCode = "200", description = "One page of texts.")
    public Page<InboundTextView> list(
            @Parameter(
                            description = "Only texts that stand here.",
                            schema = @Schema(implementation = WaitingTexts.Status.class))
                    @QueryParam("status")
                    String status,
            @BeanParam PageParameters page) {
        var standing = StatusFilter.read(WaitingTexts.Status.class, status);
        PageRequest asked = page.asked();
        List<WaitingTexts.Text> rows = waiting.list(standing, asked.after().map(Cursor::id), asked.rowsToRead());
        Page<InboundTextView> shown =
                Page.of(rows, asked, (WaitingTexts.Text text) -> Cursor.of(text.id()), InboundTextView::of);
        audit.recordReads(
                current.actor(),
                "INBOUND_TEXT_READ",
                Subject.Kind.INBOUND_TEXT,
                shown.items().stream().map(InboundTextView::id).toList());
        return shown;
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/{id}/retry")
    @Transactional
    @Operation(
            operationId = "retryInboundText",
            summary = "Try to process an inbound text again, now",
            description = "It takes effect once, however often it is tried. 404 when it has taken effect meanwhile.")
    @APIResponse(responseCode = "200", description = "It is tried within seconds.")
    public InboundTextView retry(UUID id) {
        if (!kept.tryAgain(id)) {
            throw new NotFound();
        }
        audit.record(current.actor(), "INBOUND_TEXT_RETRIED", Subject.of(Subject.Kind.INBOUND_TEXT, id), null);
        return InboundTextView.of(waiting.byId(id).orElseThrow());
    }
}
