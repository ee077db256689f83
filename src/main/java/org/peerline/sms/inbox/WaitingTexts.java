package org.peerline.sms.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What coordinators see of inbound texts that have not taken effect: no words and no numbers. */
@ApplicationScoped
public class WaitingTexts {
    private static final String COLUMNS = "select pending_id, received_at, late, attempts, next_attempt_at, given_up_at"
            + " from inbound_text where pending is not null";

    private final Jdbi jdbi;

    WaitingTexts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Where such a text stands. */
    public enum Status {
        /** It is tried again by itself. */
        WAITING,
        /** It has been tried often enough; a person decides. */
        FAILED
    }

    /** @param nextAttemptAt empty when it is not tried again by itself */
    public record Text(
            UUID id, Status status, Instant receivedAt, boolean late, int attempts, Optional<Instant> nextAttemptAt) {}

    public List<Text> list(Optional<Status> status, Optional<UUID> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS
                        + " and (:status::text is null or (given_up_at is null) = (:status = 'WAITING'))"
                        + " and (:after::uuid is null or pending_id > :after) order by pending_id limit :limit")
                .bind("status", status.map(Enum::name).orElse(null))
                .bind("after", after.orElse(null))
                .bind("limit", limit)
                .map((row, context) -> text(row))
                .list());
    }

    public Optional<Text> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.select(COLUMNS + " and pending_id = ?", id)
                .map((row, context) -> text(row))
                .findFirst());
    }

    private static Text text(ResultSet row) throws SQLException {
        boolean failed = row.getTimestamp("given_up_at") != null;
        return new Text(
                row.getObject("pending_id", UUID.class),
                failed ? Status.FAILED : Status.WAITING,
                row.getTimestamp("received_at").toInstant(),
                row.getBoolean("late"),
                row.getInt("attempts"),
                failed
                        ? Optional.empty()
                        : Optional.of(row.getTimestamp("next_attempt_at").toInstant()));
    }
}
