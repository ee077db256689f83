package org.peerline.console.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.peerline.console.Shell;
import org.peerline.console.home.Lane.How;
import org.peerline.console.home.Lane.Move;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.MessageStatus;
import org.peerline.tasks.TaskKind;

/**
 * What waits, for whom and since when. Every query reads the first few rows of an index and counts no further than can be
 * said in words, so it costs the same with ten requests and with a million. Nobody is named here.
 */
@ApplicationScoped
public class WhoseMove {
    static final int SHOWN = 8;
    static final int COUNTED = 1000;
    private static final Duration RECENT = Duration.ofDays(14);

    private static final String TASKS_AT_ALL =
            "select r.reference, t.raised_at as since, t.kind as detail, false as again, t.id from coordinator_task t"
                    + " left join support_request r on r.id = t.request_id where t.done_at is null and t.kind ";

    static final String SAFETY_FLAGS = TASKS_AT_ALL + "= any(:safety) order by t.id";
    static final String TASKS = TASKS_AT_ALL + "<> all(:safety) order by t.id";

    static final String WAITING =
            "select reference, waiting_since as since, waiting_reason as detail, false as again, id from support_request"
                    + " where status = 'WAITING' order by waiting_since, id";

    static final String NO_FIRST_TEXT =
            "select r.reference, a.assigned_at as since, null as detail, false as again, r.id"
                    + " from assignment a join support_request r on r.id = a.request_id"
                    + " where a.status = 'OPEN' and a.first_text_at is null order by a.assigned_at, a.id";

    static final String NO_ANSWER = "select r.reference, a.first_text_at as since, null as detail, false as again, r.id"
            + " from assignment a join support_request r on r.id = a.request_id"
            + " where a.status = 'OPEN' and a.first_text_at is not null and a.first_answer_at is null"
            + " order by a.first_text_at, a.id";

    static final String CALLS = "select r.reference, c.starts_at as since, c.status as detail, false as again, c.id"
            + " from call c join assignment a on a.id = c.assignment_id join support_request r on r.id = a.request_id"
            + " where c.starts_at >= :from and c.starts_at < :to and c.status in ('AGREED', 'PROPOSED')"
            + " order by c.starts_at, c.id";

    static final String UNDELIVERED = "select r.reference, m.created_at as since, m.status as detail,"
            + " m.status = 'FAILED' and m.kind <> 'REMINDER' and m.to_number is not null"
            + " and (m.kind not in ('RELAYED', 'DETAILS', 'CALL') or a.status = 'OPEN') as again, m.id from message m"
            + " left join support_request r on r.id = m.request_id left join assignment a on a.id = m.assignment_id"
            + " where m.status in ('FAILED', 'UNKNOWN') and" + MessageStatus.SHOWN
            + "and m.id > :recent and m.created_at > :since"
            // Nobody's move any more: the details have gone out anew, or a coordinator has dealt with it.
            + " and not (m.kind = 'DETAILS' and exists (select 1 from message anew"
            + " where anew.assignment_id = m.assignment_id and anew.kind = 'DETAILS' and anew.id > m.id))"
            + " and (select bool_and(t.done_at is not null) from coordinator_task t"
            + " where t.subject_id = case m.kind when 'DETAILS' then m.request_id else m.id end"
            + " and t.kind in ('TEXT_FAILED', 'TEXT_IN_DOUBT', 'DETAILS_NOT_DELIVERED')) is not true"
            + " order by m.id desc";

    private final Jdbi jdbi;
    private final TimeSource time;

    WhoseMove(Jdbi jdbi, TimeSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    public List<Lane> lanes(Shell w) {
        return List.of(
                lane("safety", SAFETY_FLAGS, w, "/console/tasks", row -> safety(row, w)),
                lane("waiting", WAITING, w, "/console/requests?status=WAITING", row -> waiting(row, w)),
                lane(
                        "no-first-text",
                        NO_FIRST_TEXT,
                        w,
                        "/console/requests?status=ASSIGNED",
                        row -> noFirstText(row, w)),
                lane("no-answer", NO_ANSWER, w, "/console/requests?status=INTRODUCED", row -> noAnswer(row, w)),
                lane("calls", CALLS, w, "/console/calls?view=day", row -> call(row, w)),
                lane("texts", UNDELIVERED, w, "/console/texts", row -> text(row, w)),
                lane("tasks", TASKS, w, "/console/tasks", row -> task(row, w)));
    }

    /** Nobody should take such a flag off the list without having looked. */
    private static Move safety(LaneRow row, Shell w) {
        return leads(
                row,
                w.task(TaskKind.valueOf(row.detail())),
                w.age(row.since()),
                w.say("home.safety.step"),
                row.reference() == null ? "/console/tasks" : row.page());
    }

    private static Move waiting(LaneRow row, Shell w) {
        boolean numbers = "NO_RELAY_NUMBER".equals(row.detail());
        boolean excluded = "ALL_EXCLUDED".equals(row.detail());
        return leads(
                row,
                w.code("waiting", row.detail()),
                w.age(row.since()),
                w.say(numbers ? "home.waiting.numbers" : excluded ? "home.waiting.wishes" : "home.waiting.room"),
                numbers ? "/console/numbers" : excluded ? row.page() : "/console/roster");
    }

    private static Move noFirstText(LaneRow row, Shell w) {
        return does(
                row,
                "",
                w.age(row.since()),
                w.say("home.no-first-text.step"),
                "/console/lanes/details-text/" + row.reference(),
                "");
    }

    private static Move noAnswer(LaneRow row, Shell w) {
        return does(
                row,
                "",
                w.age(row.since()),
                w.say("home.no-answer.step"),
                "/console/lanes/reassign/" + row.reference(),
                w.say("home.no-answer.sure"));
    }

    private static Move call(LaneRow row, Shell w) {
        return leads(
                row,
                w.code("call", row.detail()),
                w.clock(row.since()),
                w.say("home.calls.step"),
                row.page() + "#calls");
    }

    private static Move text(LaneRow row, Shell w) {
        String what = w.code("message", row.detail());
        return row.again()
                ? does(row, what, w.age(row.since()), w.say("texts.again"), "/console/lanes/texts/" + row.id(), "")
                : leads(row, what, w.age(row.since()), w.say("home.texts.step"), "/console/texts?id=" + row.id());
    }

    private static Move task(LaneRow row, Shell w) {
        return does(
                row,
                w.task(TaskKind.valueOf(row.detail())),
                w.age(row.since()),
                w.say("home.tasks.step"),
                "/console/lanes/tasks/" + row.id(),
                "");
    }

    private static Move leads(LaneRow row, String what, String age, String label, String to) {
        return new Move(row.id().toString(), row.written(), what, age, label, to, How.LEADS, "");
    }

    private static Move does(LaneRow row, String what, String age, String label, String step, String sure) {
        return new Move(row.id().toString(), row.written(), what, age, label, step, How.DOES, sure);
    }

    private Lane lane(String name, String query, Shell w, String all, Function<LaneRow, Move> showing) {
        return jdbi.withHandle(handle -> {
            Query rows = bound(handle.createQuery(query + " limit " + SHOWN), query, w);
            Query count = bound(
                    handle.createQuery("select count(*) from (" + query + " limit " + COUNTED + ") counted"), query, w);
            int counted = count.mapTo(Integer.class).one();
            return new Lane(
                    name,
                    counted < COUNTED ? Integer.toString(counted) : (COUNTED - 1) + "+",
                    rows.map(LaneRow.MAPPER).stream().map(showing).toList(),
                    all);
        });
    }

    private Query bound(Query query, String sql, Shell w) {
        if (sql.contains(":from")) {
            query.bind("from", w.today().atStartOfDay(w.zone()).toInstant());
            query.bind("to", w.today().plusDays(1).atStartOfDay(w.zone()).toInstant());
        }
        if (sql.contains(":recent")) {
            Instant since = w.now().minus(RECENT);
            // Ids are made by the machine's clock, which the simulator's may be far ahead of.
            query.bind("recent", IdTime.first(since.minus(time.ahead()))).bind("since", since);
        }
        if (sql.contains(":safety")) {
            query.bind("safety", safety());
        }
        return query;
    }

    static String[] safety() {
        return TaskKind.SAFETY.stream().map(Enum::name).toArray(String[]::new);
    }
}
