package org.peerline.console.pictures;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.console.Shell;
import org.peerline.console.home.IdTime;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.AvailabilityColumn;

/** The numbers behind the pictures: counted from what happened, naming nobody. */
@ApplicationScoped
public class Figures {
    static final int WEEKS = 12;
    static final int DAYS = 30;
    static final int PEERS = 40;
    private static final int HOURS = 24;
    private static final int MIDDLE = 30;
    private static final AvailabilityColumn AVAILABILITY = new AvailabilityColumn();

    static final String TIMES = "select date_trunc('week', assigned_at at time zone :zone)::date as week,"
            + " count(*) as assigned,"
            + " percentile_cont(0.5) within group (order by extract(epoch from first_text_at - assigned_at)) as text_median,"
            + " percentile_cont(0.9) within group (order by extract(epoch from first_text_at - assigned_at)) as text_90,"
            + " percentile_cont(0.5) within group (order by extract(epoch from first_answer_at - first_text_at)) as answer_median,"
            + " percentile_cont(0.9) within group (order by extract(epoch from first_answer_at - first_text_at)) as answer_90"
            + " from assignment where assigned_at >= :from group by 1 order by 1";

    static final String LOAD = "select id, open_assignments, capacity from peer where status = 'ACTIVE'"
            + " order by open_assignments::numeric / capacity desc, id limit " + PEERS;

    static final String OFFERED = "select availability, time_zone, count(*) as peers from peer where status = 'ACTIVE'"
            + " group by availability, time_zone";

    static final String CAME = "select created_at as at from support_request where id >= :first and created_at > :from";

    /** Given back, or asked to be changed: with nobody again. */
    static final String CAME_BACK =
            "select ended_at as at from assignment where ended_at > :from and end_reason <> 'CLOSED'";

    static final String WENT = "select assigned_at as at from assignment where assigned_at > :from";

    static final String LEFT = "select r.closed_at as at from support_request r where r.closed_at > :from"
            + " and not exists (select 1 from assignment a where a.request_id = r.id and a.end_reason = 'CLOSED')";

    private final Jdbi jdbi;

    Figures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A week's times in hours; empty where nobody has texted or answered. */
    public record Times(
            LocalDate week,
            int assigned,
            OptionalDouble textMedian,
            OptionalDouble text90,
            OptionalDouble answerMedian,
            OptionalDouble answer90) {}

    /** How much of what a peer offers is in use. */
    public record Load(UUID peer, int open, int capacity) {}

    /** How many waited at the end of a day. */
    public record Waiting(LocalDate day, int waiting) {}

    /** How many active peers offer an hour of the week. */
    public record Coverage(DayOfWeek day, List<Integer> hours) {}

    public List<Times> times(Shell w) {
        LocalDate first = w.today().with(DayOfWeek.MONDAY).minusWeeks(WEEKS - 1L);
        return jdbi.withHandle(handle -> handle.createQuery(TIMES)
                .bind("zone", w.zone().getId())
                .bind("from", first.atStartOfDay(w.zone()).toInstant())
                .map((row, context) -> new Times(
                        row.getDate("week").toLocalDate(),
                        row.getInt("assigned"),
                        hours(row, "text_median"),
                        hours(row, "text_90"),
                        hours(row, "answer_median"),
                        hours(row, "answer_90")))
                .list());
    }

    private static OptionalDouble hours(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(seconds / 3600);
    }

    public List<Load> load() {
        return jdbi.withHandle(handle -> handle.createQuery(LOAD)
                .map((row, context) -> new Load(
                        row.getObject("id", UUID.class), row.getInt("open_assignments"), row.getInt("capacity")))
                .list());
    }

    /** From how many wait now back through everybody who came and went. */
    public List<Waiting> waiting(Shell w) {
        LocalDate first = w.today().minusDays(DAYS - 1L);
        Instant from = first.atStartOfDay(w.zone()).toInstant();
        return jdbi.withHandle(handle -> {
            Map<LocalDate, Integer> change = new HashMap<>();
            handle.createQuery(CAME)
                    .bind("first", IdTime.first(from))
                    .bind("from", from)
                    .mapTo(Instant.class)
                    .forEach(at -> change.merge(day(at, w), 1, Integer::sum));
            handle.createQuery(CAME_BACK)
                    .bind("from", from)
                    .mapTo(Instant.class)
                    .forEach(at -> change.merge(day(at, w), 1, Integer::sum));
            handle.createQuery(WENT)
                    .bind("from", from)
                    .mapTo(Instant.class)
                    .forEach(at -> change.merge(day(at, w), -1, Integer::sum));
            handle.createQuery(LEFT)
                    .bind("from", from)
                    .mapTo(Instant.class)
                    .forEach(at -> change.merge(day(at, w), -1, Integer::sum));
            int now = handle.select("select count(*) from support_request where status = 'WAITING'")
                    .mapTo(Integer.class)
                    .one();
            return back(now, first, w.today(), change);
        });
    }

    static List<Waiting> back(int now, LocalDate first, LocalDate today, Map<LocalDate, Integer> change) {
        var days = new ArrayList<Waiting>();
        int waiting = now;
        for (LocalDate day = today; !day.isBefore(first); day = day.minusDays(1)) {
            days.add(new Waiting(day, Math.max(0, waiting)));
            waiting -= change.getOrDefault(day, 0);
        }
        Collections.reverse(days);
        return days;
    }

    private static LocalDate day(Instant at, Shell w) {
        return at.atZone(w.zone()).toLocalDate();
    }

    /** Peers tell their hours on their own clocks; the week shown is this one, on ours. */
    public List<Coverage> coverage(Shell w) {
        List<Offer> offers = jdbi.withHandle(handle -> handle.createQuery(OFFERED)
                .map((row, context) -> new Offer(
                        AVAILABILITY.convertToEntityAttribute(row.getString("availability")),
                        ZoneId.of(row.getString("time_zone")),
                        row.getInt("peers")))
                .list());
        LocalDate monday = w.today().with(DayOfWeek.MONDAY);
        var week = new ArrayList<Coverage>();
        for (DayOfWeek day : DayOfWeek.values()) {
            var hours = new ArrayList<Integer>();
            for (int hour = 0; hour < HOURS; hour++) {
                Instant middle =
                        monday.with(day).atTime(hour, MIDDLE).atZone(w.zone()).toInstant();
                hours.add(offers.stream()
                        .filter(offer -> offer.hours().covers(middle, offer.zone()))
                        .mapToInt(Offer::peers)
                        .sum());
            }
            week.add(new Coverage(day, hours));
        }
        return week;
    }

    /** So many peers offer exactly these hours. */
    private record Offer(Availability hours, ZoneId zone, int peers) {}
}
