package org.peerline.console.texts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.peerline.sms.outbox.MessageStatus;
import org.peerline.sms.outbox.TextKind;

/** Texts that failed or are in doubt, newest first, without their words. */
@ApplicationScoped
public class TextRows {
    private static final String COLUMNS = "select m.id, m.kind, m.to_party, m.status, m.error_code, m.created_at,"
            + " m.attempts, r.reference, a.status as conversation from message m"
            + " left join support_request r on r.id = m.request_id left join assignment a on a.id = m.assignment_id";

    static final String NEWEST = COLUMNS + " where m.status = :status and" + MessageStatus.SHOWN
            + "and (:before::uuid is null or m.id < :before) order by m.id desc limit :limit";

    static final String OF_ONE_REQUEST = COLUMNS
            + " where m.id = any(array(select t.id from message t where t.assignment_id in"
            + " (select a.id from assignment a where a.request_id = :request) union all"
            + " select t.id from message t where t.request_id = :request and t.assignment_id is null))"
            + " and m.status in ('FAILED', 'UNKNOWN') order by m.id desc limit :limit";

    private static final String ONE = COLUMNS + " where m.id = :id and m.status in ('FAILED', 'UNKNOWN')";

    private final Jdbi jdbi;

    TextRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param again whether it may be sent again: what one person wrote to another only while they are together, and a
     *     reminder never, because by now its call has been or is somewhere else
     */
    public record Row(
            UUID id,
            String kind,
            String to,
            String status,
            String error,
            Instant createdAt,
            int attempts,
            String reference,
            boolean again) {}

    List<Row> page(String status, Optional<UUID> before, int limit) {
        return rows(
                NEWEST,
                query -> query.bind("status", status)
                        .bind("before", before.orElse(null))
                        .bind("limit", limit));
    }

    List<Row> ofRequest(UUID request, int limit) {
        return rows(OF_ONE_REQUEST, query -> query.bind("request", request).bind("limit", limit));
    }

    List<Row> one(UUID id) {
        return rows(ONE, query -> query.bind("id", id));
    }

    private List<Row> rows(String sql, UnaryOperator<Query> binding) {
        return jdbi.withHandle(handle -> binding.apply(handle.createQuery(sql))
                .map((row, context) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("to_party"),
                        row.getString("status"),
                        row.getString("error_code"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getInt("attempts"),
                        row.getString("reference"),
                        mayGoAgain(row.getString("kind"), row.getString("conversation"))))
                .list());
    }

    /** What is between two people goes only while they are together, and a reminder never: its call has been. */
    private static boolean mayGoAgain(String kind, String conversation) {
        return switch (TextKind.valueOf(kind)) {
            case RELAYED, DETAILS, CALL -> "OPEN".equals(conversation);
            case REMINDER -> false;
            case NOTICE, ANSWER, URGENT, SIGN_IN_CODE -> true;
        };
    }
}
