package org.peerline.console.pictures;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/**
 * How long it took until somebody wrote, and until they were answered, by the week in which the two were brought
 * together. A request that changes hands counts once for each peer. Those who have not written yet are in no time, so
 * how many have is told beside it.
 */
@ApplicationScoped
public class TimesByWeek {
    static final int WEEKS = 12;
    private static final double SECONDS_AN_HOUR = 3600;

    static final String WEEKS_WITH_ASSIGNMENTS = """
            select date_trunc('week', assigned_at at time zone :zone)::date as week, count(*) as assigned,
                   count(first_text_at) as texted, count(first_answer_at) as answered,
                   percentile_cont(0.5) within group (order by extract(epoch from first_text_at - assigned_at)) as text_median,
                   percentile_cont(0.9) within group (order by extract(epoch from first_text_at - assigned_at)) as text_ninetieth,
                   percentile_cont(0.5) within group (order by extract(epoch from first_answer_at - first_text_at)) as answer_median,
                   percentile_cont(0.9) within group (order by extract(epoch from first_answer_at - first_text_at)) as answer_ninetieth
            from assignment where assigned_at >= :from group by 1
            """;

    private final Jdbi jdbi;

    TimesByWeek(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Half were quicker than the one, nine in ten quicker than the other, in hours; empty where nobody is counted. */
    public record Hours(OptionalDouble median, OptionalDouble ninetieth) {
        static final Hours NONE = new Hours(OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * A week, named by its Monday.
     *
     * @param texted how many of those assigned have written
     * @param answered how many of those have been answered
     */
    public record Week(LocalDate monday, int assigned, int texted, int answered, Hours text, Hours answer) {
        static Week empty(LocalDate monday) {
            return new Week(monday, 0, 0, 0, Hours.NONE, Hours.NONE);
        }
    }

    /** Every one of the last weeks, oldest first, also those in which nothing happened. */
    public List<Week> upTo(LocalDate today, ZoneId zone) {
        LocalDate first = today.with(DayOfWeek.MONDAY).minusWeeks(WEEKS - 1L);
        Map<LocalDate, Week> known = jdbi.withHandle(handle -> handle
                .createQuery(WEEKS_WITH_ASSIGNMENTS)
                .bind("zone", zone.getId())
                .bind("from", first.atStartOfDay(zone).toInstant())
                .map((row, context) -> week(row))
                .stream()
                .collect(Collectors.toMap(Week::monday, Function.identity())));
        return IntStream.range(0, WEEKS)
                .mapToObj(first::plusWeeks)
                .map(monday -> known.getOrDefault(monday, Week.empty(monday)))
                .toList();
    }

    private static Week week(ResultSet row) throws SQLException {
        return new Week(
                row.getObject("week", LocalDate.class),
                row.getInt("assigned"),
                row.getInt("texted"),
                row.getInt("answered"),
                new Hours(hours(row, "text_median"), hours(row, "text_ninetieth")),
                new Hours(hours(row, "answer_median"), hours(row, "answer_ninetieth")));
    }

    private static OptionalDouble hours(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(seconds / SECONDS_AN_HOUR);
    }
}
