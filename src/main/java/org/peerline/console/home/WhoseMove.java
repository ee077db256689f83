package org.peerline.console.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.peerline.console.Shell;
import org.peerline.console.home.Lane.Move;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.MessageStatus;
import org.peerline.tasks.TaskKind;

/**
 * What waits, for whom and since when. Every query reads the first few rows of an index and counts no further than can be
 * said in words, so it costs the same with ten requests and with a million. Nothing here is anybody's personal data.
 */
@ApplicationScoped
public class WhoseMove {
    static final int SHOWN = 8;
    static final int COUNTED = 1000;
    private static final Duration RECENT = Duration.ofDays(14);

    static final String WAITING =
            "select reference, waiting_since as since, waiting_reason as detail, id from support_request"
                    + " where status = 'WAITING' order by waiting_since, id";

    static final String NO_FIRST_TEXT = "select r.reference, a.assigned_at as since, null as detail, r.id"
            + " from assignment a join support_request r on r.id = a.request_id"
            + " where a.status = 'OPEN' and a.first_text_at is null order by a.assigned_at, a.id";

    static final String NO_ANSWER = "select r.reference, a.first_text_at as since, null as detail, r.id"
            + " from assignment a join support_request r on r.id = a.request_id"
            + " where a.status = 'OPEN' and a.first_text_at is not null and a.first_answer_at is null"
            + " order by a.first_text_at, a.id";

    static final String CALLS = "select r.reference, c.starts_at as since, c.status as detail, c.id from call c"
            + " join assignment a on a.id = c.assignment_id join support_request r on r.id = a.request_id"
            + " where c.starts_at >= :from and c.starts_at < :to and c.status in ('AGREED', 'PROPOSED')"
            + " order by c.starts_at, c.id";

    static final String UNDELIVERED =
            "select r.reference, m.created_at as since, m.status as detail, m.id from message m"
                    + " left join support_request r on r.id = m.request_id"
                    + " where m.status in ('FAILED', 'UNKNOWN') and" + MessageStatus.SHOWN
                    + "and m.id > :recent and m.created_at > :since order by m.id desc";

    static final String TASKS =
            "select r.reference, t.raised_at as since, t.kind as detail, t.id from coordinator_task t"
                    + " left join support_request r on r.id = t.request_id where t.done_at is null order by t.id";

    private final Jdbi jdbi;
    private final TimeSource time;

    WhoseMove(Jdbi jdbi, TimeSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    private record Row(String reference, Instant since, String detail, UUID id) {
        static final RowMapper<Row> MAPPER = (row, context) -> read(row);

        private static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("reference"),
                    row.getTimestamp("since").toInstant(),
                    row.getString("detail"),
                    row.getObject("id", UUID.class));
        }

        String page() {
            return "/console/requests/" + reference;
        }
    }

    /** A step of the way from a row to what the page shows of it. */
    private interface Showing {
        Move of(Row row);
    }

    public List<Lane> lanes(Shell w) {
        return List.of(
                lane("waiting", WAITING, w, "/console/requests?status=WAITING", row -> waiting(row, w)),
                lane(
                        "no-first-text",
                        NO_FIRST_TEXT,
                        w,
                        "/console/requests?status=ASSIGNED",
                        row -> new Move(
                                row.reference(),
                                "",
                                w.age(row.since()),
                                w.say("home.no-first-text.step"),
                                row.page() + "/details-text",
                                true)),
                lane(
                        "no-answer",
                        NO_ANSWER,
                        w,
                        "/console/requests?status=INTRODUCED",
                        row -> new Move(
                                row.reference(),
                                "",
                                w.age(row.since()),
                                w.say("home.no-answer.step"),
                                row.page() + "#reassign",
                                false)),
                lane(
                        "calls",
                        CALLS,
                        w,
                        "/console/calls",
                        row -> new Move(
                                row.reference(),
                                w.code("call", row.detail()),
                                w.clock(row.since()),
                                w.say("home.calls.step"),
                                row.page() + "#calls",
                                false)),
                lane(
                        "texts",
                        UNDELIVERED,
                        w,
                        "/console/texts",
                        row -> new Move(
                                row.reference() == null ? "" : row.reference(),
                                w.code("message", row.detail()),
                                w.age(row.since()),
                                w.say("home.texts.step"),
                                "/console/texts?id=" + row.id(),
                                false)),
                lane(
                        "tasks",
                        TASKS,
                        w,
                        "/console/tasks",
                        row -> new Move(
                                row.reference() == null ? "" : row.reference(),
                                w.task(TaskKind.valueOf(row.detail())),
                                w.age(row.since()),
                                w.say("home.tasks.step"),
                                "/console/tasks/" + row.id() + "/done",
                                true)));
    }

    private static Move waiting(Row row, Shell w) {
        boolean numbers = "NO_RELAY_NUMBER".equals(row.detail());
        boolean excluded = "ALL_EXCLUDED".equals(row.detail());
        return new Move(
                row.reference(),
                w.code("waiting", row.detail()),
                w.age(row.since()),
                w.say(numbers ? "home.waiting.numbers" : excluded ? "home.waiting.wishes" : "home.waiting.room"),
                numbers ? "/console/numbers" : excluded ? row.page() : "/console/roster",
                false);
    }

    private Lane lane(String name, String query, Shell w, String all, Showing showing) {
        LocalDate today = w.today();
        return jdbi.withHandle(handle -> {
            var rows = handle.createQuery(query + " limit " + SHOWN);
            var count = handle.createQuery("select count(*) from (" + query + " limit " + COUNTED + ") counted");
            if (query.equals(CALLS)) {
                Instant from = today.atStartOfDay(w.zone()).toInstant();
                Instant to = today.plusDays(1).atStartOfDay(w.zone()).toInstant();
                rows.bind("from", from).bind("to", to);
                count.bind("from", from).bind("to", to);
            } else if (query.equals(UNDELIVERED)) {
                Instant since = w.now().minus(RECENT);
                // Ids are made by the machine's clock, which the simulator's may be far ahead of.
                UUID recent = IdTime.first(since.minus(time.ahead()));
                rows.bind("recent", recent).bind("since", since);
                count.bind("recent", recent).bind("since", since);
            }
            int counted = count.mapTo(Integer.class).one();
            return new Lane(
                    name,
                    counted < COUNTED ? Integer.toString(counted) : (COUNTED - 1) + "+",
                    rows.map(Row.MAPPER).stream().map(showing::of).toList(),
                    all);
        });
    }
}
