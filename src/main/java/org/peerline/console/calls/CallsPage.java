package org.peerline.console.calls;

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
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.limit.Limited;
import org.peerline.api.problem.BadInput;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.console.lists.ByReference;
import org.peerline.console.lists.Only;
import org.peerline.console.lists.RowsShown;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;

/** Suggested and agreed calls, a day or a week at a time. */
@Path("/console/calls")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.COORDINATOR, Roles.INTAKE})
public class CallsPage {
    private static final int WEEK = 7;

    private final CallRows rows;
    private final ByReference byReference;
    private final RowsShown rowsShown;
    private final Pages pages;

    CallsPage(CallRows rows, ByReference byReference, RowsShown rowsShown, Pages pages) {
        this.rows = rows;
        this.byReference = byReference;
        this.rowsShown = rowsShown;
        this.pages = pages;
    }

    /** One day and its calls. */
    public record Day(LocalDate date, String name, List<CallRows.Row> calls) {
        /** Whether there may be more of them than are shown. */
        public boolean cut() {
            return calls.size() >= CallRows.MOST;
        }
    }

    /**
     * What is shown, and the way to what is beside it.
     *
     * @param view {@code day} or {@code week}; all days where it is narrowed down to one request
     */
    public record Shown(String view, LocalDate first, LocalDate before, LocalDate after, Only only, List<Day> days) {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Calls(Shell w, Shown shown, String mark) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CallDays(Shell w, Shown shown, String mark) implements TemplateInstance {}

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    public String calls(
            @QueryParam("view") String view, @QueryParam("day") String day, @QueryParam("reference") String reference) {
        Shell w = pages.shell();
        Shown shown = shown(w, view, day, reference);
        noteSeen(shown);
        return new Calls(w, shown, Live.mark(shown)).render();
    }

    @GET
    @Path("/days")
    @Transactional
    public Response days(
            @QueryParam("view") String view,
            @QueryParam("day") String day,
            @QueryParam("reference") String reference,
            @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Shell w = pages.shell();
        Shown shown = shown(w, view, day, reference);
        String mark = Live.mark(shown);
        return Live.answer(seen, mark, () -> {
            rowsShown.countAnew(shown.only(), day);
            noteSeen(shown);
            return new CallDays(w, shown, mark);
        });
    }

    private void noteSeen(Shown shown) {
        rowsShown.note(
                "CALL_READ",
                Subject.Kind.CALL,
                shown.days().stream()
                        .flatMap(day -> day.calls().stream())
                        .map(CallRows.Row::id)
                        .toList());
    }

    private Shown shown(Shell w, String view, String day, String reference) {
        boolean week = !"day".equals(view);
        LocalDate asked = date(day).orElse(w.today());
        LocalDate first = week ? asked.with(DayOfWeek.MONDAY) : asked;
        int length = week ? WEEK : 1;
        Only only = byReference.only("/console/calls", reference);
        return new Shown(
                week ? "week" : "day",
                first,
                first.minusDays(length),
                first.plusDays(length),
                only,
                only.everything() ? days(first, length, w) : ofOneRequest(only, w));
    }

    private List<Day> days(LocalDate first, int length, Shell w) {
        return IntStream.range(0, length)
                .mapToObj(first::plusDays)
                .map(date -> new Day(date, w.day(date), rows.on(date, w)))
                .toList();
    }

    private List<Day> ofOneRequest(Only only, Shell w) {
        return only.request().stream()
                .flatMap(request -> rows.of(request, w).entrySet().stream())
                .map(day -> new Day(day.getKey(), w.day(day.getKey()), day.getValue()))
                .toList();
    }

    private static Optional<LocalDate> date(String written) {
        try {
            return Optional.ofNullable(written).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            throw BadInput.of("day", "Must be a day such as 2026-11-26.");
        }
    }
}
