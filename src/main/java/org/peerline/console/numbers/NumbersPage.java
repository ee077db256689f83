package org.peerline.console.numbers;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.limit.Limited;
import org.peerline.assignments.numbers.NumberPool;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.console.lists.ByReference;
import org.peerline.console.lists.Only;
import org.peerline.console.lists.RowsShown;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.sms.OurNumbers;

/** Whether there are enough relay numbers, and what to do before there are not. */
@Path("/console/numbers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
public class NumbersPage {
    private static final int SCARCE = 3;

    private final NumberPool pool;
    private final NumbersOfRequests ofRequests;
    private final ByReference byReference;
    private final OurNumbers ourNumbers;
    private final RowsShown rowsShown;
    private final Pages pages;

    NumbersPage(
            NumberPool pool,
            NumbersOfRequests ofRequests,
            ByReference byReference,
            OurNumbers ourNumbers,
            RowsShown rowsShown,
            Pages pages) {
        this.pool = pool;
        this.ofRequests = ofRequests;
        this.byReference = byReference;
        this.ourNumbers = ourNumbers;
        this.rowsShown = rowsShown;
        this.pages = pages;
    }

    /**
     * What is shown.
     *
     * @param room how many more conversations the busiest person can be given
     * @param level {@code good}, {@code warn} or {@code bad}
     */
    public record Shown(
            String service, Only only, List<NumberPool.Use> rows, int size, int room, int waiting, String level) {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Numbers(Shell w, Shown shown, String mark) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NumberRows(Shell w, Shown shown, String mark) implements TemplateInstance {}

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    public String numbers(@QueryParam("reference") String reference) {
        Shown shown = shown(reference);
        noteSeen(shown);
        return new Numbers(pages.shell(), shown, Live.mark(shown)).render();
    }

    @GET
    @Path("/rows")
    @Transactional
    public Response rows(
            @QueryParam("reference") String reference, @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Shown shown = shown(reference);
        String mark = Live.mark(shown);
        return Live.answer(seen, mark, () -> {
            rowsShown.countAnew(shown.only(), null);
            noteSeen(shown);
            return new NumberRows(pages.shell(), shown, mark);
        });
    }

    /** The numbers are ours; that a request has or had them tells something of it. */
    private void noteSeen(Shown shown) {
        rowsShown.note(
                "REQUEST_READ",
                Subject.Kind.REQUEST,
                shown.only().request().stream().toList());
    }

    private Shown shown(String reference) {
        Only only = byReference.only("/console/numbers", reference);
        Set<String> numbers = only.request().map(ofRequests::of).orElse(Set.of());
        int room = pool.headRoom();
        return new Shown(
                ourNumbers.serviceNumber().e164(),
                only,
                pool.numbers().stream()
                        .filter(use -> only.everything()
                                || numbers.contains(use.number().e164()))
                        .toList(),
                pool.size(),
                room,
                pool.waiting(),
                room <= 0 ? "bad" : room < SCARCE ? "warn" : "good");
    }
}
