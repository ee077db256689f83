package org.peerline.sms.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Party;
import org.peerline.sms.outbox.MessageSealing.Part;
import org.peerline.sms.outbox.tray.OwedTogether;

/** Reads texts: the thread of a conversation, and what became of what we owed. */
@ApplicationScoped
public class Messages {
    private static final String COLUMNS = "id, assignment_id, request_id, kind, author, to_party, status, error_code,"
            + " attempts, created_at, due_at, sent_at, settled_at, body, body_person";

    private final Jdbi jdbi;
    private final MessageSealing sealing;
    private final OwedTogether together;

    Messages(Jdbi jdbi, MessageSealing sealing, OwedTogether together) {
        this.jdbi = jdbi;
        this.sealing = sealing;
        this.together = together;
    }

    /** The words that the two people of a conversation wrote to each other, oldest first. */
    public List<MessageView> thread(UUID assignment, Optional<UUID> after, int limit) {
        together.writeGathered();
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from message where assignment_id = :assignment"
                                + " and author is not null and (:after::uuid is null or id > :after) order by id limit :limit")
                .bind("assignment", assignment)
                .bind("after", after.orElse(null))
                .bind("limit", limit)
                .map((row, context) -> view(row, true))
                .list());
    }

    /** Texts by status, without their words. */
    public List<MessageView> withStatus(Optional<MessageStatus> status, Optional<UUID> after, int limit) {
        together.writeGathered();
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from message m where"
                                + (status.isEmpty() || status.get().isShown() ? MessageStatus.SHOWN + "and" : "")
                                + " m.status = any(:statuses) and (:after::uuid is null or id > :after) order by id limit :limit")
                .bind("statuses", status.map(one -> new String[] {one.name()}).orElse(new String[] {
                    "QUEUED", "SENDING", "FAILED", "UNKNOWN"
                }))
                .bind("after", after.orElse(null))
                .bind("limit", limit)
                .map((row, context) -> view(row, false))
                .list());
    }

    public Optional<MessageView> byId(UUID id) {
        together.writeGathered();
        return jdbi.withHandle(handle -> handle.select("select " + COLUMNS + " from message where id = ?", id)
                .map((row, context) -> view(row, false))
                .findFirst());
    }

    /** What became of the last text that one side wrote. */
    public Optional<MessageView> lastBy(Party author, UUID assignment) {
        together.writeGathered();
        return jdbi.withHandle(handle -> handle.select(
                        "select " + COLUMNS
                                + " from message where assignment_id = ? and author = ? order by id desc limit 1",
                        assignment,
                        author.name())
                .map((row, context) -> view(row, false))
                .findFirst());
    }

    /**
     * The last of our texts in a conversation that one side can have read when they wrote what came in at a moment: it is
     * what a bare word answers.
     *
     * @param reading how long it takes at least to receive a text, read it and answer; a text that is known to be on the
     *     handset needs no such patience
     */
    public Optional<ReadText> lastRead(Party reader, UUID assignment, Instant at, Duration reading) {
        together.writeGathered();
        return jdbi.withHandle(handle -> handle.createQuery("select kind, call_id from message"
                        + " where assignment_id = :assignment and to_party = :reader and status in ('SENT', 'DELIVERED')"
                        + " and (sent_at <= :at::timestamptz - :reading::interval"
                        + " or (status = 'DELIVERED' and settled_at <= :at))"
                        + " order by seq desc limit 1")
                .bind("assignment", assignment)
                .bind("reader", reader.name())
                .bind("at", at)
                .bind("reading", reading.toMillis() + " milliseconds")
                .map((row, context) -> new ReadText(
                        TextKind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getObject("call_id", UUID.class))))
                .findFirst());
    }

    /** A text that has arrived: what it was for, and which call it was about. */
    public record ReadText(TextKind kind, Optional<UUID> call) {}

    /** The latest text of a kind for each assignment, with one query. */
    public Map<UUID, MessageView> latest(TextKind kind, Collection<UUID> assignments) {
        together.writeGathered();
        return jdbi.withHandle(handle -> handle
                .createQuery("select distinct on (assignment_id) " + COLUMNS
                        + " from message where assignment_id = any(:assignments) and kind = :kind"
                        + " order by assignment_id, id desc")
                .bind("assignments", assignments.toArray(UUID[]::new))
                .bind("kind", kind.name())
                .map((row, context) -> view(row, false))
                .stream()
                .collect(Collectors.toMap(message -> message.assignment().orElseThrow(), message -> message)));
    }

    /** Words and number of what went to a handset while we did not know whose it was; only that it went stays. */
    public void forgetStranger(String numberKey) {
        jdbi.useHandle(handle -> handle.execute(
                "update message set to_number = null, heading = null, body = null, footer = null where to_key = ?"
                        + " and to_person is null and body_person is null and to_party = 'STRANGER'"
                        + " and status not in ('QUEUED', 'SENDING')",
                numberKey));
    }

    private MessageView view(ResultSet row, boolean withBody) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID person = row.getObject("body_person", UUID.class);
        return new MessageView(
                id,
                Optional.ofNullable(row.getObject("assignment_id", UUID.class)),
                Optional.ofNullable(row.getObject("request_id", UUID.class)),
                row.getString("kind"),
                Optional.ofNullable(row.getString("author")).map(Party::valueOf),
                Recipient.Role.valueOf(row.getString("to_party")),
                row.getString("status"),
                Optional.ofNullable(row.getString("error_code")),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                instant(row, "sent_at"),
                instant(row, "settled_at"),
                withBody && person != null
                        ? Optional.ofNullable(sealing.open(person, Part.BODY, id, row.getBytes("body")))
                        : Optional.empty());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
