package org.peerline.console.requests;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.console.Shell;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;

/**
 * What happened with a request, newest first: from the audit and the out-tray, in codes and never in people's words, and as
 * much of it as the reader's role is told.
 */
@ApplicationScoped
public class Timeline {
    private static final int MOST = 200;
    private static final Set<String> CHANGES_OF_HANDS = Set.of("PEER_ASSIGNED", "ASSIGNMENT_ENDED");

    static final String PARTS = "select a.id from assignment a where a.request_id = :request"
            + " union all select c.id from call c join assignment a on a.id = c.assignment_id where a.request_id = :request";

    static final String PEERS = "select id, peer_id from assignment where request_id = :request";

    static final String EVENTS = "select at, action as kind, detail, null as error, subject_id from audit_event"
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
    private final Peers peers;

    Timeline(Jdbi jdbi, Peers peers) {
        this.jdbi = jdbi;
        this.peers = peers;
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

    private List<Entry> entries(Handle handle, UUID request, Shell w) {
        List<UUID> subjects = new ArrayList<>(handle.createQuery(PARTS)
                .bind("request", request)
                .mapTo(UUID.class)
                .list());
        subjects.add(request);
        ToldEvents told = ToldEvents.to(w);
        Map<UUID, String> withWhom = told.namesPeers() ? withWhom(handle, request) : Map.of();
        Stream<Entry> events = handle
                .createQuery(EVENTS)
                .bind("subjects", subjects.toArray(UUID[]::new))
                .bind("only", told.only().orElse(null))
                .map((row, context) -> event(row, told, withWhom, w))
                .list()
                .stream();
        Stream<Entry> texts = told.tellsTexts() ? texts(handle, request, w) : Stream.empty();
        return Stream.concat(events, texts)
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .limit(MOST)
                .toList();
    }

    /** By what each peer is called whom the request was ever with, by assignment. */
    private Map<UUID, String> withWhom(Handle handle, UUID request) {
        Map<UUID, UUID> ids = handle.createQuery(PEERS)
                .bind("request", request)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getObject("peer_id", UUID.class)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<UUID, String> names = peers.list("id in ?1", Set.copyOf(ids.values())).stream()
                .collect(Collectors.toMap(Peer::id, peers::displayName));
        return ids.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> names.get(entry.getValue())));
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

    private static Entry event(ResultSet row, ToldEvents told, Map<UUID, String> withWhom, Shell w)
            throws SQLException {
        String action = row.getString("kind");
        String detail = told.explains(action) ? row.getString("detail") : null;
        String happened = w.code("event", action);
        var more = new ArrayList<String>();
        if (CHANGES_OF_HANDS.contains(action)) {
            Optional.ofNullable(withWhom.get(row.getObject("subject_id", UUID.class)))
                    .ifPresent(more::add);
        }
        if (detail != null && !detail.isEmpty()) {
            Arrays.stream(detail.split(",")).map(code -> w.code("detail", code)).forEach(more::add);
        }
        return entry(row, more.isEmpty() ? happened : happened + ": " + String.join(", ", more), w);
    }

    private static Entry entry(ResultSet row, String what, Shell w) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new Entry(at, w.when(at), what);
    }
}
