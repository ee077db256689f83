package org.peerline.console.texts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.Conflict;
import org.peerline.audit.Audit;
import org.peerline.console.Go;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.requests.Requests;
import org.peerline.sms.outbox.Outbox;

/** Texts that failed or are in doubt, and what to do about them. */
@Path("/console/texts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.COORDINATOR)
public class TextsPage {
    private final TextRows rows;
    private final Requests requests;
    private final Outbox outbox;
    private final Audit audit;
    private final CurrentActor current;
    private final Pages pages;

    TextsPage(TextRows rows, Requests requests, Outbox outbox, Audit audit, CurrentActor current, Pages pages) {
        this.rows = rows;
        this.requests = requests;
        this.outbox = outbox;
        this.audit = audit;
        this.current = current;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Texts(Shell w, String status, String reference, List<TextRows.Row> rows, Optional<String> next)
            implements TemplateInstance {}

    @GET
    public String texts(
            @QueryParam("status") String status,
            @QueryParam("reference") String reference,
            @QueryParam("id") UUID id,
            @QueryParam("cursor") String cursor) {
        String standing = "UNKNOWN".equals(status) ? "UNKNOWN" : "FAILED";
        PageRequest asked = PageRequest.of(null, cursor);
        String written = reference == null ? "" : reference.strip();
        List<TextRows.Row> found = id != null
                ? rows.one(id)
                : written.isEmpty()
                        ? rows.page(standing, asked.after().map(Cursor::id), asked.rowsToRead())
                        : requests.byIdOrReference(written)
                                .map(request -> rows.ofRequest(request.id(), asked.limit()))
                                .orElse(List.of());
        boolean more = found.size() > asked.limit();
        List<TextRows.Row> shown = more ? found.subList(0, asked.limit()) : found;
        return new Texts(
                        pages.shell(),
                        standing,
                        written,
                        shown,
                        more
                                ? Optional.of(
                                        Cursor.of(shown.get(shown.size() - 1).id())
                                                .encoded())
                                : Optional.empty())
                .render();
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/{id}/again")
    @Transactional
    public Response again(@PathParam("id") UUID id) {
        if (!outbox.sayAgain(id)) {
            throw new Conflict(new Refusal("message_not_retryable", "The text can no longer be sent again."));
        }
        audit.record(current.actor(), "MESSAGE_RETRIED", Subject.of(Subject.Kind.MESSAGE, id), null);
        return Go.to("/console/texts?done=sent-again");
    }
}
