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
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.problem.BadInput;
import org.peerline.audit.Audit;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.core.Subject;

/** Suggested and agreed calls, a day or a week at a time. */
@Path("/console/calls")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.COORDINATOR, Roles.INTAKE})
public class CallsPage {
    private static final int WEEK = 7;

    private final CallRows rows;
    private final CurrentActor current;
    private final Audit audit;
    private final Pages pages;

    CallsPage(CallRows rows, CurrentActor current, Audit audit, Pages pages) {
        this.current = current;
        this.audit = audit;
        this.rows = rows;
        this.pages = pages;
    }

    /** One day and its calls. */
    public record Day(LocalDate date, String name, List<CallRows.Row> calls) {}

    /** What is shown, and the way to what is beside it. */
    public record Shown(String view, LocalDate first, LocalDate before, LocalDate after, List<Day> days) {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Calls(Shell w, Shown shown, String mark) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CallDays(Shell w, Shown shown, String mark) implements TemplateInstance {}

    @GET
    @Transactional
    public String calls(@QueryParam("view") String view, @QueryParam("day") String day) {
        Shell w = pages.shell();
        Shown shown = shown(w, view, day);
        noteSeen(shown);
        return new Calls(w, shown, Live.mark(shown)).render();
    }

    @GET
    @Path("/days")
    @Transactional
    public Response days(
            @QueryParam("view") String view,
            @QueryParam("day") String day,
            @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Shell w = pages.shell();
        Shown shown = shown(w, view, day);
        String mark = Live.mark(shown);
        return Live.answer(seen, mark, () -> {
            noteSeen(shown);
            return new CallDays(w, shown, mark);
        });
    }

    private void noteSeen(Shown shown) {
        audit.recordReads(
                current.actor(),
                "CALL_READ",
                Subject.Kind.CALL,
                shown.days().stream()
                        .flatMap(day -> day.calls().stream())
                        .map(CallRows.Row::id)
                        .toList());
    }

    private Shown shown(Shell w, String view, String day) {
        boolean week = !"day".equals(view);
        LocalDate asked = date(day).orElse(w.today());
        LocalDate first = week ? asked.with(DayOfWeek.MONDAY) : asked;
        int length = week ? WEEK : 1;
        return new Shown(
                week ? "week" : "day",
                first,
                first.minusDays(length),
                first.plusDays(length),
                IntStream.range(0, length)
                        .mapToObj(first::plusDays)
                        .map(date -> new Day(date, w.day(date), rows.on(date, w)))
                        .toList());
    }

    private static Optional<LocalDate> date(String written) {
        try {
            return Optional.ofNullable(written).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            throw BadInput.of("day", "Must be a day such as 2026-11-26.");
        }
    }
}
