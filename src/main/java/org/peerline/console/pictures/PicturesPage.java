package org.peerline.console.pictures;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.peerline.access.Roles;
import org.peerline.console.Pages;
import org.peerline.console.Shell;

/** How it goes: drawn on the server, with the numbers beside. {@link PictureFiles} has each as a file. */
@Path("/console/pictures")
@RolesAllowed(Roles.COORDINATOR)
public class PicturesPage {
    private static final String NOTHING = "–";

    private final TimesByWeek times;
    private final WaitingByDay waiting;
    private final LoadByPeer load;
    private final NamedLoads namedLoads;
    private final CoverageByHour coverage;
    private final Pages pages;

    PicturesPage(
            TimesByWeek times,
            WaitingByDay waiting,
            LoadByPeer load,
            NamedLoads namedLoads,
            CoverageByHour coverage,
            Pages pages) {
        this.times = times;
        this.waiting = waiting;
        this.load = load;
        this.namedLoads = namedLoads;
        this.coverage = coverage;
        this.pages = pages;
    }

    /** A row of numbers, ready to read. */
    public record Numbers(String label, List<String> cells) {}

    /** An hour of the week: how many offer it, and how it is shown. */
    public record Hour(String count, String style) {}

    /** A day of the week and its hours. */
    public record DayRow(String name, List<Hour> hours) {}

    /** So many peers of all have so much of their capacity in use. */
    public record Share(String key, int peers, int of) {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Pictures(
            Shell w,
            LineChart text,
            LineChart answer,
            List<Numbers> times,
            List<Share> shares,
            List<NamedLoads.Row> load,
            int inTheFile,
            LineChart waiting,
            List<Numbers> waitingNumbers,
            List<DayRow> coverage,
            List<Integer> hours,
            long gaps,
            long inAll)
            implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public String pictures() {
        Shell w = pages.shell();
        List<TimesByWeek.Week> weeks = times.upTo(w.today(), w.zone());
        List<String> mondays =
                weeks.stream().map(week -> w.shortDay(week.monday())).toList();
        List<WaitingByDay.Day> days = waiting.upTo(w.today(), w.zone());
        List<CoverageByHour.Day> covered = coverage.week(w.today(), w.zone());
        return new Pictures(
                        w,
                        LineChart.of(mondays, lines(weeks, TimesByWeek.Week::text)),
                        LineChart.of(mondays, lines(weeks, TimesByWeek.Week::answer)),
                        weeks.stream()
                                .map(week -> new Numbers(w.shortDay(week.monday()), cells(week)))
                                .toList(),
                        shares(),
                        namedLoads.fullest(LoadByPeer.SHOWN),
                        LoadByPeer.IN_THE_FILE,
                        LineChart.of(
                                days.stream().map(day -> w.shortDay(day.date())).toList(),
                                List.of(days.stream()
                                        .map(day -> OptionalDouble.of(day.waiting()))
                                        .toList())),
                        days.stream()
                                .map(day ->
                                        new Numbers(w.shortDay(day.date()), List.of(Integer.toString(day.waiting()))))
                                .toList(),
                        covered.stream().map(day -> dayRow(day, w)).toList(),
                        IntStream.range(0, CoverageByHour.HOURS).boxed().toList(),
                        countOf(covered, OptionalInt.of(0)::equals),
                        countOf(covered, OptionalInt::isPresent))
                .render();
    }

    private static long countOf(List<CoverageByHour.Day> covered, Predicate<OptionalInt> hours) {
        return covered.stream()
                .flatMap(day -> day.hours().stream())
                .filter(hours)
                .count();
    }

    private List<Share> shares() {
        LoadByPeer.Shares shares = load.shares();
        return List.of(
                new Share("pictures.load.none", shares.none(), shares.peers()),
                new Share("pictures.load.half", shares.half(), shares.peers()),
                new Share("pictures.load.more", shares.more(), shares.peers()),
                new Share("pictures.load.full", shares.full(), shares.peers()));
    }

    private static List<List<OptionalDouble>> lines(
            List<TimesByWeek.Week> weeks, Function<TimesByWeek.Week, TimesByWeek.Hours> which) {
        return List.of(
                weeks.stream().map(week -> which.apply(week).median()).toList(),
                weeks.stream().map(week -> which.apply(week).ninetieth()).toList());
    }

    private static List<String> cells(TimesByWeek.Week week) {
        return List.of(
                Integer.toString(week.assigned()),
                Integer.toString(week.texted()),
                shown(week.text().median()),
                shown(week.text().ninetieth()),
                Integer.toString(week.answered()),
                shown(week.answer().median()),
                shown(week.answer().ninetieth()));
    }

    private static String shown(OptionalDouble hours) {
        return hours.isPresent() ? String.format(Locale.ROOT, "%.1f", hours.getAsDouble()) : NOTHING;
    }

    private static DayRow dayRow(CoverageByHour.Day day, Shell w) {
        return new DayRow(
                day.day().getDisplayName(TextStyle.SHORT, Locale.forLanguageTag(w.lang())),
                day.hours().stream().map(PicturesPage::hour).toList());
    }

    private static Hour hour(OptionalInt offered) {
        if (offered.isEmpty()) {
            return new Hour(NOTHING, "");
        }
        return new Hour(Integer.toString(offered.getAsInt()), offered.getAsInt() == 0 ? "gap" : "some");
    }
}
