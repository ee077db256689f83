package org.peerline.relay.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.Assignment;

/**
 * The steps that have been taken, kept with each assignment. Every assignment lies in at most one of the indexes by which
 * what is due is found, so that looking costs what is due, however long the history.
 */
@ApplicationScoped
class FirstContactRows {
    private static final Map<FirstContactStep, Rows> ROWS = Map.of(
            FirstContactStep.NUDGE_REQUESTER,
                    new Rows(
                            "assigned_at",
                            "requester_nudged_at",
                            "first_text_at is null and requester_nudged_at is null"),
            FirstContactStep.CLOSE,
                    new Rows("assigned_at", null, "first_text_at is null and requester_nudged_at is not null"),
            FirstContactStep.NUDGE_PEER,
                    new Rows(
                            "first_text_at",
                            "peer_nudged_at",
                            "first_text_at is not null and first_answer_at is null and peer_nudged_at is null"),
            FirstContactStep.OFFER_ANOTHER,
                    new Rows(
                            "first_text_at",
                            "another_offered_at",
                            "first_text_at is not null and first_answer_at is null and peer_nudged_at is not null"
                                    + " and another_offered_at is null"),
            FirstContactStep.ASK_COORDINATOR,
                    new Rows(
                            "first_text_at",
                            "coordinator_asked_at",
                            "first_text_at is not null and first_answer_at is null and another_offered_at is not null"
                                    + " and coordinator_asked_at is null"));

    private final Jdbi jdbi;

    FirstContactRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An assignment whose step is due, with its request. */
    record Due(UUID assignment, UUID request) {}

    /** @param since the column from which the wait is counted; {@code done} null: what follows ends the assignment */
    private record Rows(String since, String done, String condition) {
        String open() {
            return "status = 'OPEN' and " + condition;
        }
    }

    /** What began to wait until {@code cutoff}, longest first. */
    List<Due> due(FirstContactStep step, Instant cutoff, int most) {
        Rows rows = ROWS.get(step);
        return jdbi.withHandle(handle -> handle.createQuery("select id, request_id from assignment where " + rows.open()
                        + " and " + rows.since + " <= :cutoff order by " + rows.since + " limit :most")
                .bind("cutoff", cutoff)
                .bind("most", most)
                .map((row, context) ->
                        new Due(row.getObject("id", UUID.class), row.getObject("request_id", UUID.class)))
                .list());
    }

    /** When the wait that comes to this step next began. */
    Optional<Instant> nextSince(FirstContactStep step) {
        Rows rows = ROWS.get(step);
        return jdbi.withHandle(
                handle -> handle.select("select min(" + rows.since + ") from assignment where " + rows.open())
                        .mapTo(Instant.class)
                        .findFirst());
    }

    /**
     * Takes the step for this caller alone, under the locks of request and assignment in that order; false when it is not
     * due any more, or somebody else is changing either.
     */
    boolean claim(FirstContactStep step, Due due, Instant cutoff, Instant remindedBefore, Instant now) {
        Rows rows = ROWS.get(step);
        String late = step == FirstContactStep.CLOSE ? " and requester_nudged_at <= :remindedBefore" : "";
        return jdbi.withHandle(handle -> {
            boolean free = handle.select(
                            "select 1 from support_request where id = ? for update skip locked", due.request)
                    .mapTo(Integer.class)
                    .findFirst()
                    .isPresent();
            if (!free) {
                return false;
            }
            boolean mine = handle.createQuery("select 1 from assignment where id = :id and " + rows.open() + " and "
                            + rows.since + " <= :cutoff" + late + " for update skip locked")
                    .bind("id", due.assignment)
                    .bind("cutoff", cutoff)
                    .bind("remindedBefore", remindedBefore)
                    .mapTo(Integer.class)
                    .findFirst()
                    .isPresent();
            if (mine && rows.done != null) {
                handle.execute("update assignment set " + rows.done + " = ? where id = ?", now, due.assignment);
            }
            return mine;
        });
    }

    FirstContactState of(Assignment assignment) {
        return jdbi.withHandle(handle -> handle.createQuery("select requester_nudged_at,"
                        + " peer_nudged_at is not null as peer_nudged,"
                        + " another_offered_at is not null as another_offered,"
                        + " coordinator_asked_at is not null as coordinator_asked from assignment where id = :id")
                .bind("id", assignment.id())
                .map((row, context) -> new FirstContactState(
                        assignment.assignedAt(),
                        assignment.firstTextAt(),
                        assignment.firstAnswerAt().isPresent() || !assignment.isOpen(),
                        Optional.ofNullable(row.getTimestamp("requester_nudged_at"))
                                .map(Timestamp::toInstant),
                        row.getBoolean("peer_nudged"),
                        row.getBoolean("another_offered"),
                        row.getBoolean("coordinator_asked")))
                .one());
    }
}
