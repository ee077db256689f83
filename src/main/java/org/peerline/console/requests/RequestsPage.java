package org.peerline.console.requests;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.PageRequest;
import org.peerline.console.Go;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.console.lists.ByReference;
import org.peerline.console.lists.ListParameters;
import org.peerline.console.lists.Only;
import org.peerline.console.lists.RowsShown;
import org.peerline.console.lists.Sheet;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.requests.RequestStatus;

/** Requests by where they stand, and the way to one by its reference. Lists name nobody. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.COORDINATOR, Roles.INTAKE})
public class RequestsPage {
    private static final int NOT_FOUND = 404;

    private static final String PATH = "/console/requests";

    private final RequestRows rows;
    private final ByReference byReference;
    private final RowsShown rowsShown;
    private final Pages pages;

    RequestsPage(RequestRows rows, ByReference byReference, RowsShown rowsShown, Pages pages) {
        this.rows = rows;
        this.byReference = byReference;
        this.rowsShown = rowsShown;
        this.pages = pages;
    }

    /** A request as the list says it. */
    public record Line(UUID id, String reference, String status, String opened, String age) {}

    /** @param status the only one shown; empty for all */
    public record Shown(String status, Only only, Sheet<Line> sheet) {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestList(Shell w, List<String> statuses, Shown shown, String mark) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestLines(Shell w, Shown shown, String mark) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NothingFound(Shell w) implements TemplateInstance {}

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Path("/requests")
    @Transactional
    public String list(@BeanParam ListParameters asked) {
        Shell w = pages.shell();
        Shown shown = shown(w, asked);
        noteSeen(shown);
        List<String> statuses =
                Arrays.stream(RequestStatus.values()).map(Enum::name).toList();
        return new RequestList(w, statuses, shown, mark(shown)).render();
    }

    /** The part that keeps itself up to date. */
    @GET
    @Path("/request-lines")
    @Transactional
    public Response lines(@BeanParam ListParameters asked, @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Shell w = pages.shell();
        Shown shown = shown(w, asked);
        String mark = mark(shown);
        return Live.answer(
                seen,
                mark,
                () -> {
                    rowsShown.countAnew(shown.only(), asked.cursor());
                    noteSeen(shown);
                },
                () -> new RequestLines(w, shown, mark));
    }

    private static String mark(Shown shown) {
        return Live.mark(shown.sheet().map(line -> line.id() + line.status()), shown);
    }

    private void noteSeen(Shown shown) {
        rowsShown.note(
                "REQUEST_READ",
                Subject.Kind.REQUEST,
                shown.sheet().rows().stream().map(Line::id).toList());
    }

    private Shown shown(Shell w, ListParameters asked) {
        Optional<RequestStatus> standing = asked.status(RequestStatus.class);
        Only only = byReference.only(PATH, asked.reference());
        return new Shown(
                standing.map(Enum::name).orElse(""),
                only,
                sheet(standing, only, asked.cursor())
                        .map(row -> new Line(
                                row.id(),
                                row.reference(),
                                row.status(),
                                w.when(row.createdAt()),
                                w.age(row.createdAt()))));
    }

    private Sheet<RequestRows.Row> sheet(Optional<RequestStatus> standing, Only only, String cursor) {
        if (!only.everything()) {
            return Sheet.whole(only.request().map(rows::one).orElse(List.of()));
        }
        PageRequest asked = Sheet.asked(cursor);
        return Sheet.of(
                rows.page(standing, asked.after().map(Cursor::id), asked.rowsToRead()),
                cursor,
                asked,
                RequestRows.Row::id);
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Path("/find")
    public Response find(@QueryParam("reference") String written) {
        return byReference
                .find(written)
                .map(known -> Go.to(PATH + "/" + known.reference().text()))
                .orElseGet(() -> Response.status(NOT_FOUND)
                        .entity(new NothingFound(pages.shell()).render())
                        .build());
    }
}
