package org.peerline.console.pictures;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.audit.Audit;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.core.Subject;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;

/** How it goes: drawn on the server, with the numbers beside, and each as a file for a spreadsheet. */
@Path("/console/pictures")
@RolesAllowed(Roles.COORDINATOR)
public class PicturesPage {
    private final Figures figures;
    private final Peers peers;
    private final Audit audit;
    private final CurrentActor current;
    private final Pages pages;

    PicturesPage(Figures figures, Peers peers, Audit audit, CurrentActor current, Pages pages) {
        this.figures = figures;
        this.peers = peers;
        this.audit = audit;
        this.current = current;
        this.pages = pages;
    }

    /** A row of numbers, ready to read. */
    public record Numbers(String label, List<String> cells) {}

    /** A peer's load. */
    public record LoadRow(String name, int open, int capacity) {}

    /** A day of the week and how many peers offer each of its hours. */
    public record DayRow(String name, List<Integer> hours) {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Pictures(
            Shell w,
            LineChart text,
            LineChart answer,
            List<Numbers> times,
            List<LoadRow> load,
            LineChart waiting,
            List<Numbers> waitingNumbers,
            List<DayRow> coverage,
            List<Integer> hours,
            long gaps)
            implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public String pictures() {
        Shell w = pages.shell();
        List<Figures.Times> times = figures.times(w);
        List<String> weeks = times.stream().map(week -> day(week.week(), w)).toList();
        List<Figures.Waiting> waiting = figures.waiting(w);
        List<Figures.Coverage> coverage = figures.coverage(w);
        return new Pictures(
                        w,
                        LineChart.of(
                                weeks,
                                List.of(line(times, Figures.Times::textMedian), line(times, Figures.Times::text90))),
                        LineChart.of(
                                weeks,
                                List.of(
                                        line(times, Figures.Times::answerMedian),
                                        line(times, Figures.Times::answer90))),
                        times.stream().map(week -> numbers(week, w)).toList(),
                        load(),
                        LineChart.of(
                                waiting.stream().map(each -> day(each.day(), w)).toList(),
                                List.of(waiting.stream()
                                        .map(each -> OptionalDouble.of(each.waiting()))
                                        .toList())),
                        waiting.stream()
                                .map(each -> new Numbers(day(each.day(), w), List.of(Integer.toString(each.waiting()))))
                                .toList(),
                        coverage.stream()
                                .map(each -> new DayRow(
                                        each.day().getDisplayName(TextStyle.SHORT, Locale.forLanguageTag(w.lang())),
                                        each.hours()))
                                .toList(),
                        IntStream.range(0, 24).boxed().toList(),
                        coverage.stream()
                                .flatMap(each -> each.hours().stream())
                                .filter(count -> count == 0)
                                .count())
                .render();
    }

    private List<LoadRow> load() {
        List<Figures.Load> load = figures.load();
        Map<UUID, Peer> byId = peers
                .list("id in ?1", load.stream().map(Figures.Load::peer).toList())
                .stream()
                .collect(Collectors.toMap(Peer::id, Function.identity()));
        audit.recordReads(
                current.actor(),
                "PEER_READ",
                Subject.Kind.PEER,
                load.stream().map(Figures.Load::peer).toList());
        return load.stream()
                .map(each -> new LoadRow(peers.displayName(byId.get(each.peer())), each.open(), each.capacity()))
                .toList();
    }

    @GET
    @Path("/times.csv")
    @Produces("text/csv;charset=UTF-8")
    public String times() {
        return Csv.of(
                List.of(
                        "week",
                        "assigned",
                        "first_text_median_h",
                        "first_text_90th_h",
                        "first_answer_median_h",
                        "first_answer_90th_h"),
                figures.times(pages.shell()).stream()
                        .map(each -> List.of(
                                each.week().toString(),
                                Integer.toString(each.assigned()),
                                plain(each.textMedian()),
                                plain(each.text90()),
                                plain(each.answerMedian()),
                                plain(each.answer90())))
                        .toList());
    }

    @GET
    @Path("/load.csv")
    @Produces("text/csv;charset=UTF-8")
    @Transactional
    public String loadFile() {
        return Csv.of(
                List.of("peer", "open", "capacity"),
                load().stream()
                        .map(each ->
                                List.of(each.name(), Integer.toString(each.open()), Integer.toString(each.capacity())))
                        .toList());
    }

    @GET
    @Path("/waiting.csv")
    @Produces("text/csv;charset=UTF-8")
    public String waiting() {
        return Csv.of(
                List.of("day", "waiting"),
                figures.waiting(pages.shell()).stream()
                        .map(each -> List.of(each.day().toString(), Integer.toString(each.waiting())))
                        .toList());
    }

    @GET
    @Path("/coverage.csv")
    @Produces("text/csv;charset=UTF-8")
    public String coverage() {
        return Csv.of(
                List.of("day", "hour", "peers"),
                figures.coverage(pages.shell()).stream()
                        .flatMap(each -> IntStream.range(0, 24)
                                .mapToObj(hour -> List.of(
                                        each.day().name(),
                                        Integer.toString(hour),
                                        each.hours().get(hour).toString())))
                        .toList());
    }

    private static List<OptionalDouble> line(List<Figures.Times> times, Function<Figures.Times, OptionalDouble> value) {
        return times.stream().map(value).toList();
    }

    private static Numbers numbers(Figures.Times week, Shell w) {
        return new Numbers(
                day(week.week(), w),
                List.of(
                        Integer.toString(week.assigned()),
                        shown(week.textMedian()),
                        shown(week.text90()),
                        shown(week.answerMedian()),
                        shown(week.answer90())));
    }

    private static String day(LocalDate day, Shell w) {
        return DateTimeFormatter.ofPattern("d MMM", Locale.forLanguageTag(w.lang()))
                .format(day);
    }

    private static String shown(OptionalDouble hours) {
        return hours.isPresent() ? String.format(Locale.ROOT, "%.1f", hours.getAsDouble()) : "–";
    }

    private static String plain(OptionalDouble hours) {
        return hours.isPresent() ? String.format(Locale.ROOT, "%.3f", hours.getAsDouble()) : "";
    }
}
