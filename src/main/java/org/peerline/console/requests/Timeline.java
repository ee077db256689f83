package org.peerline.console.requests;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.console.Shell;

/** What happened with a request, newest first: from the audit and the out-tray, in codes and never in people's words. */
@ApplicationScoped
public class Timeline {
    private static final int MOST = 200;

    static final String PARTS = "select a.id from assignment a where a.request_id = :request"
            + " union all select c.id from call c join assignment a on a.id = c.assignment_id where a.request_id = :request";

    static final String EVENTS = "select at, action as kind, detail, null as error from audit_event"
            + " where subject_id = any(:subjects) and action not like '%\\_READ'"
            + " order by at desc limit " + MOST;

    private static final String TEXT = "select m.id, m.created_at as at, 'TEXT' as kind,"
            + " m.kind || ',' || m.to_party || ',' || m.status as detail, m.error_code as error from message m where ";

    static final String TEXTS = "select at, kind, detail, error from ("
            + TEXT + "m.assignment_id in (select a.id from assignment a where a.request_id = :request) union all "
            + TEXT + "m.request_id = :request and m.assignment_id is null) as text order by id desc limit " + MOST;

    static final String CALLS = "select c.starts_at, c.status, c.proposed_by from call c"
            + " join assignment a on a.id = c.assignment_id where a.request_id = :request"
            + " order by c.starts_at desc limit 50";

    private final Jdbi jdbi;

    Timeline(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Something that happened, in the reader's language. */
    public record Entry(Instant at, String when, String what) {}

    /** A call that was ever suggested. */
    public record CallRow(String when, String status, String proposedBy) {}

    /** What the live part of a request's page shows. */
    public record Shown(List<Entry> entries, List<CallRow> calls) {}

    Shown of(UUID request, Shell w) {
        return jdbi.withHandle(handle -> new Shown(entries(handle, request, w), calls(handle, request, w)));
    }

    private static List<Entry> entries(Handle handle, UUID request, Shell w) {
        List<UUID> subjects = new ArrayList<>(handle.createQuery(PARTS)
                .bind("request", request)
                .mapTo(UUID.class)
                .list());
        subjects.add(request);
        Stream<Entry> events = handle
                .createQuery(EVENTS)
                .bind("subjects", subjects.toArray(UUID[]::new))
                .map((row, context) -> entry(row, w))
                .list()
                .stream();
        Stream<Entry> texts =
                handle.createQuery(TEXTS).bind("request", request).map((row, context) -> entry(row, w)).list().stream();
        return Stream.concat(events, texts)
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .limit(MOST)
                .toList();
    }

    private static List<CallRow> calls(Handle handle, UUID request, Shell w) {
        return handle.createQuery(CALLS)
                .bind("request", request)
                .map((row, context) -> new CallRow(
                        w.when(row.getTimestamp("starts_at").toInstant()),
                        w.code("call", row.getString("status")),
                        w.code("party", row.getString("proposed_by"))))
                .list();
    }

    private static Entry entry(ResultSet row, Shell w) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        String kind = row.getString("kind");
        String detail = row.getString("detail");
        String what = kind.equals("TEXT") ? text(detail.split(","), row.getString("error"), w) : event(kind, detail, w);
        return new Entry(at, w.when(at), what);
    }

    private static String text(String[] part, String error, Shell w) {
        String said =
                w.say("timeline.text", w.code("kind", part[0]), w.code("party", part[1]), w.code("message", part[2]));
        return error == null ? said : said + " (" + error + ")";
    }

    private static String event(String action, String detail, Shell w) {
        String happened = w.code("event", action);
        if (detail == null || detail.isEmpty()) {
            return happened;
        }
        return happened + ": "
                + Arrays.stream(detail.split(","))
                        .map(code -> w.code("detail", code))
                        .collect(Collectors.joining(", "));
    }
}
