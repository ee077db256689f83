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

/**
 * What happened with a request, newest first: from the audit and the out-tray, in codes and never in people's words, and as
 * much of it as the reader's role is told.
 */
@ApplicationScoped
public class Timeline {
    private static final int MOST = 200;

    static final String PARTS = "select a.id from assignment a where a.request_id = :request"
            + " union all select c.id from call c join assignment a on a.id = c.assignment_id where a.request_id = :request";

    static final String EVENTS = "select at, action as kind, detail, null as error from audit_event"
            + " where subject_id = any(:subjects) and action not like '%\\_READ'"
            + " and (:only::text[] is null or action = any(:only))"
            + " order by at desc limit " + MOST;

    private static final String TEXT = "select m.id, m.created_at as at, 'TEXT' as kind,"
            + " m.kind || ',' || m.to_party || ',' || m.status as detail, m.error_code as error from message m where ";

    static final String TEXTS = "select at, kind, detail, error from ("
            + TEXT + "m.assignment_id in (select a.id from assignment a where a.request_id = :request) union all "
            + TEXT + "m.request_id = :request and m.assignment_id is null) as text order by id desc limit " + MOST;

    static final String CALLS = "select c.id, c.starts_at, c.status, c.proposed_by from call c"
            + " join assignment a on a.id = c.assignment_id where a.request_id = :request"
            + " order by c.starts_at desc limit 50";

    private final Jdbi jdbi;

    Timeline(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Something that happened, in the reader's language. */
    public record Entry(Instant at, String when, String what) {}

    /** A call that was ever suggested. */
    public record CallRow(UUID id, String when, String status, String proposedBy) {}

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
        ToldEvents told = ToldEvents.to(w);
        Stream<Entry> events = handle
                .createQuery(EVENTS)
                .bind("subjects", subjects.toArray(UUID[]::new))
                .bind("only", told.only().orElse(null))
                .map((row, context) -> event(row, told, w))
                .list()
                .stream();
        Stream<Entry> texts = told.tellsTexts() ? texts(handle, request, w) : Stream.empty();
        return Stream.concat(events, texts)
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .limit(MOST)
                .toList();
    }

    private static List<CallRow> calls(Handle handle, UUID request, Shell w) {
        return handle.createQuery(CALLS)
                .bind("request", request)
                .map((row, context) -> new CallRow(
                        row.getObject("id", UUID.class),
                        w.when(row.getTimestamp("starts_at").toInstant()),
                        w.code("call", row.getString("status")),
                        w.code("party", row.getString("proposed_by"))))
                .list();
    }

    private static Stream<Entry> texts(Handle handle, UUID request, Shell w) {
        return handle.createQuery(TEXTS).bind("request", request).map((row, context) -> text(row, w)).list().stream();
    }

    private static Entry text(ResultSet row, Shell w) throws SQLException {
        String[] part = row.getString("detail").split(",");
        String error = row.getString("error");
        String said =
                w.say("timeline.text", w.code("kind", part[0]), w.code("party", part[1]), w.code("message", part[2]));
        return entry(row, error == null ? said : said + " (" + error + ")", w);
    }

    private static Entry event(ResultSet row, ToldEvents told, Shell w) throws SQLException {
        String action = row.getString("kind");
        String detail = told.explains(action) ? row.getString("detail") : null;
        String happened = w.code("event", action);
        if (detail == null || detail.isEmpty()) {
            return entry(row, happened, w);
        }
        String why = Arrays.stream(detail.split(","))
                .map(code -> w.code("detail", code))
                .collect(Collectors.joining(", "));
        return entry(row, happened + ": " + why, w);
    }

    private static Entry entry(ResultSet row, String what, Shell w) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new Entry(at, w.when(at), what);
    }
}
