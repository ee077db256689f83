package org.peerline.console.texts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
import org.peerline.console.steps.UsualSteps;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;

/** Texts that failed or are in doubt, and what to do about them. */
@Path("/console/texts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.COORDINATOR)
public class TextsPage {
    private static final String PATH = "/console/texts";

    private final TextRows rows;
    private final ByReference byReference;
    private final UsualSteps steps;
    private final RowsShown rowsShown;
    private final Pages pages;

    TextsPage(TextRows rows, ByReference byReference, UsualSteps steps, RowsShown rowsShown, Pages pages) {
        this.rows = rows;
        this.byReference = byReference;
        this.steps = steps;
        this.rowsShown = rowsShown;
        this.pages = pages;
    }

    /**
     * What is shown.
     *
     * @param status FAILED or UNKNOWN; both where the list is narrowed down
     * @param id of the one text that is shown; null for a list
     * @param ages of the rows, in words
     */
    public record Shown(String status, UUID id, Only only, Sheet<TextRows.Row> sheet, List<String> ages) {
        /** The query that leads here again. */
        public String query() {
            return "status=" + status + "&reference=" + (only.unknown() ? "" : only.typed())
                    + (id == null ? "" : "&id=" + id) + "&cursor=" + sheet.cursor();
        }
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Texts(Shell w, Shown shown, String mark) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TextList(Shell w, Shown shown, String mark) implements TemplateInstance {}

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    public String texts(@BeanParam ListParameters asked, @QueryParam("id") UUID id) {
        Shell w = pages.shell();
        Shown shown = shown(w, asked, id);
        noteSeen(shown);
        return new Texts(w, shown, mark(shown)).render();
    }

    @GET
    @Path("/rows")
    @Transactional
    public Response rows(
            @BeanParam ListParameters asked,
            @QueryParam("id") UUID id,
            @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Shell w = pages.shell();
        Shown shown = shown(w, asked, id);
        String mark = mark(shown);
        return Live.answer(
                seen,
                mark,
                () -> {
                    rowsShown.countAnew(shown.only(), asked.cursor());
                    noteSeen(shown);
                },
                () -> new TextList(w, shown, mark));
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/{id}/again")
    public Response again(@PathParam("id") UUID id) {
        return switch (steps.sayAgain(id)) {
            case UNDER_WAY -> Go.to(PATH + "?done=sent-again");
            case HAD_GONE_OUT -> Go.to(PATH + "?status=UNKNOWN&done=had-gone-out");
        };
    }

    private static String mark(Shown shown) {
        return Live.mark(shown.sheet(), shown);
    }

    private void noteSeen(Shown shown) {
        rowsShown.note(
                "MESSAGE_READ",
                Subject.Kind.MESSAGE,
                shown.sheet().rows().stream().map(TextRows.Row::id).toList());
    }

    private Shown shown(Shell w, ListParameters asked, UUID id) {
        String standing = "UNKNOWN".equals(asked.status()) ? "UNKNOWN" : "FAILED";
        Only only = byReference.only(PATH, asked.reference());
        Sheet<TextRows.Row> sheet = sheet(standing, only, id, asked.cursor());
        return new Shown(
                standing,
                id,
                only,
                sheet,
                sheet.rows().stream().map(row -> w.age(row.createdAt())).toList());
    }

    private Sheet<TextRows.Row> sheet(String standing, Only only, UUID id, String cursor) {
        if (id != null) {
            return Sheet.whole(rows.one(id));
        }
        PageRequest asked = Sheet.asked(cursor);
        if (only.everything()) {
            return Sheet.of(
                    rows.page(standing, asked.after().map(Cursor::id), asked.rowsToRead()),
                    cursor,
                    asked,
                    TextRows.Row::id);
        }
        return Sheet.whole(only.request()
                .map(request -> rows.ofRequest(request, asked.limit()))
                .orElse(List.of()));
    }
}
