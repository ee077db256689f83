package org.peerline.console.requests;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.peerline.requests.RequestStatus;

/** A page of requests without anything personal: the longest waits first in one state, else the newest first. */
@ApplicationScoped
public class RequestRows {
    static final String ALL = "select id, reference, status, created_at from support_request"
            + " where (:after::uuid is null or id < :after) order by id desc limit :limit";

    static final String IN_ONE_STATE = "select id, reference, status, created_at from support_request"
            + " where status = :status and (:after::uuid is null or id > :after) order by id limit :limit";

    private static final String ONE = "select id, reference, status, created_at from support_request where id = :id";

    private final Jdbi jdbi;

    RequestRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One request in a list. */
    public record Row(UUID id, String reference, String status, Instant createdAt) {}

    List<Row> page(Optional<RequestStatus> status, Optional<UUID> after, int limit) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(status.isPresent() ? IN_ONE_STATE : ALL)
                    .bind("after", after.orElse(null))
                    .bind("limit", limit);
            status.ifPresent(known -> query.bind("status", known.name()));
            return query.map(RequestRows::row).list();
        });
    }

    List<Row> one(UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(ONE).bind("id", id).map(RequestRows::row).list());
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("status"),
                row.getTimestamp("created_at").toInstant());
    }
}
