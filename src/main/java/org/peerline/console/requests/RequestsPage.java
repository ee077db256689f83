package org.peerline.console.requests;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.peerline.access.Roles;
import org.peerline.api.input.StatusFilter;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.PageRequest;
import org.peerline.console.Go;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.core.Reference;
import org.peerline.limits.Limit;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.Requests;

/** Requests by where they stand, and the way to one by its reference. Lists name nobody. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.COORDINATOR, Roles.INTAKE})
public class RequestsPage {
    private static final int NOT_FOUND = 404;

    private final RequestRows rows;
    private final Requests requests;
    private final Pages pages;

    RequestsPage(RequestRows rows, Requests requests, Pages pages) {
        this.rows = rows;
        this.requests = requests;
        this.pages = pages;
    }

    /** @param next the cursor of the next page; empty on the last */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestList(Shell w, List<String> statuses, String status, List<RequestRows.Row> rows, Optional<String> next)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NothingFound(Shell w) implements TemplateInstance {}

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Path("/requests")
    public String list(@QueryParam("status") String status, @QueryParam("cursor") String cursor) {
        Optional<RequestStatus> standing =
                StatusFilter.read(RequestStatus.class, status == null || status.isEmpty() ? null : status);
        PageRequest asked = PageRequest.of(null, cursor);
        List<RequestRows.Row> found = rows.page(standing, asked.after().map(Cursor::id), asked.rowsToRead());
        boolean more = found.size() > asked.limit();
        List<RequestRows.Row> shown = more ? found.subList(0, asked.limit()) : found;
        return new RequestList(
                        pages.shell(),
                        List.of(RequestStatus.values()).stream().map(Enum::name).toList(),
                        standing.map(Enum::name).orElse(""),
                        shown,
                        more
                                ? Optional.of(
                                        Cursor.of(shown.get(shown.size() - 1).id())
                                                .encoded())
                                : Optional.empty())
                .render();
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Path("/find")
    public Response find(@QueryParam("reference") String written) {
        String typed = written == null ? "" : written.strip();
        Optional<Reference> reference = Reference.parse(typed).or(() -> Reference.parse("PS-" + typed));
        return reference
                .filter(known -> requests.byIdOrReference(known.text()).isPresent())
                .map(known -> Go.to("/console/requests/" + known.text()))
                .orElseGet(() -> Response.status(NOT_FOUND)
                        .entity(new NothingFound(pages.shell()).render())
                        .build());
    }
}
