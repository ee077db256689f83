package org.peerline.console.pictures;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.limits.Limit;

/** The numbers behind each picture as a file for a spreadsheet. Headings stay the same in every language. */
@Path("/console/pictures")
@Produces("text/csv;charset=UTF-8")
@RolesAllowed(Roles.COORDINATOR)
public class PictureFiles {
    private final TimesByWeek times;
    private final WaitingByDay waiting;
    private final NamedLoads namedLoads;
    private final CoverageByHour coverage;
    private final Pages pages;

    PictureFiles(TimesByWeek times, WaitingByDay waiting, NamedLoads namedLoads, CoverageByHour coverage, Pages pages) {
        this.times = times;
        this.waiting = waiting;
        this.namedLoads = namedLoads;
        this.coverage = coverage;
        this.pages = pages;
    }

    @GET
    @Path("/times.csv")
    public String times() {
        Shell w = pages.shell();
        return Csv.of(
                List.of(
                        "week",
                        "assigned",
                        "texted",
                        "first_text_median_h",
                        "first_text_90th_h",
                        "answered",
                        "first_answer_median_h",
                        "first_answer_90th_h"),
                times.upTo(w.today(), w.zone()).stream()
                        .map(week -> List.of(
                                week.monday().toString(),
                                Integer.toString(week.assigned()),
                                Integer.toString(week.texted()),
                                hours(week.text().median()),
                                hours(week.text().ninetieth()),
                                Integer.toString(week.answered()),
                                hours(week.answer().median()),
                                hours(week.answer().ninetieth())))
                        .toList());
    }

    /** Of more peers than the page shows. */
    @GET
    @Limited(Limit.FILES_PER_KEY)
    @Path("/load.csv")
    @Transactional
    public String load() {
        return Csv.of(
                List.of("peer", "open", "capacity"),
                namedLoads.fullest(LoadByPeer.IN_THE_FILE).stream()
                        .map(each ->
                                List.of(each.name(), Integer.toString(each.open()), Integer.toString(each.capacity())))
                        .toList());
    }

    @GET
    @Path("/waiting.csv")
    public String waiting() {
        Shell w = pages.shell();
        return Csv.of(
                List.of("day", "waiting"),
                waiting.upTo(w.today(), w.zone()).stream()
                        .map(day -> List.of(day.date().toString(), Integer.toString(day.waiting())))
                        .toList());
    }

    @GET
    @Path("/coverage.csv")
    public String coverage() {
        Shell w = pages.shell();
        return Csv.of(
                List.of("day", "hour", "peers"),
                coverage.week(w.today(), w.zone()).stream()
                        .flatMap(day -> IntStream.range(0, CoverageByHour.HOURS)
                                .mapToObj(hour -> List.of(
                                        day.day().name(),
                                        Integer.toString(hour),
                                        count(day.hours().get(hour)))))
                        .toList());
    }

    private static String hours(OptionalDouble hours) {
        return hours.isPresent() ? String.format(Locale.ROOT, "%.3f", hours.getAsDouble()) : "";
    }

    private static String count(OptionalInt offered) {
        return offered.isPresent() ? Integer.toString(offered.getAsInt()) : "";
    }
}
