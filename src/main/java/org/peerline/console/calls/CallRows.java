package org.peerline.console.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.console.Shell;

/** The calls of one day, without anything personal. */
@ApplicationScoped
public class CallRows {
    static final int MOST = 200;

    private static final String CALLS = "select c.id, c.starts_at, c.status, r.reference,"
            + " (select string_agg(g.party || ',' || g.via, ' ' order by g.at) from call_agreement g where g.call_id = c.id)"
            + " as agreements from call c join assignment a on a.id = c.assignment_id"
            + " join support_request r on r.id = a.request_id";

    static final String ON_A_DAY = CALLS + " where c.starts_at >= :from and c.starts_at < :to"
            + " and c.status in ('PROPOSED', 'AGREED', 'HELD', 'MISSED') order by c.starts_at, c.id limit " + MOST;

    static final String OF_A_REQUEST =
            CALLS + " where a.request_id = :request order by c.starts_at desc, c.id limit " + MOST;

    private final Jdbi jdbi;

    CallRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param agreed who has said yes, and how */
    public record Row(UUID id, String time, String status, String name, String reference, String agreed) {}

    List<Row> on(LocalDate day, Shell w) {
        return jdbi.withHandle(handle -> handle.createQuery(ON_A_DAY)
                .bind("from", day.atStartOfDay(w.zone()).toInstant())
                .bind("to", day.plusDays(1).atStartOfDay(w.zone()).toInstant())
                .map((row, context) -> row(row, w))
                .list());
    }

    /** Every call that was ever suggested for one request, by its day; the latest first. */
    SortedMap<LocalDate, List<Row>> of(UUID request, Shell w) {
        var days = new TreeMap<LocalDate, List<Row>>(Comparator.reverseOrder());
        jdbi.useHandle(handle -> handle.createQuery(OF_A_REQUEST)
                .bind("request", request)
                .map((row, context) -> Map.entry(
                        row.getTimestamp("starts_at")
                                .toInstant()
                                .atZone(w.zone())
                                .toLocalDate(),
                        row(row, w)))
                .forEach(call -> days.computeIfAbsent(call.getKey(), first -> new ArrayList<>())
                        .add(call.getValue())));
        return days;
    }

    private static Row row(ResultSet row, Shell w) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                w.clock(row.getTimestamp("starts_at").toInstant()),
                row.getString("status"),
                w.code("call", row.getString("status")),
                row.getString("reference"),
                agreed(row.getString("agreements"), w));
    }

    private static String agreed(String agreements, Shell w) {
        return agreements == null
                ? ""
                : List.of(agreements.split(" ")).stream()
                        .map(each -> each.split(","))
                        .map(part -> w.say("calls.yes", w.code("party", part[0]), w.code("via", part[1])))
                        .reduce((one, other) -> one + "; " + other)
                        .orElse("");
    }
}
