package org.peerline.sms.outbox.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Subject;
import org.peerline.sms.SmsStatus;
import org.peerline.sms.SmsUndeliverable;
import org.peerline.sms.optout.OptOuts;
import org.peerline.sms.outbox.MessageStatus;
import org.peerline.sms.outbox.gateway.RetryPlan;
import org.peerline.sms.outbox.gateway.SendResult;
import org.peerline.sms.outbox.hold.SenderStanding;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/** The steps of a text's status that a report may cause: forward only, and only by reports of its latest hand-over. */
@ApplicationScoped
class DeliverySteps {
    // Our id in the URL proves which text it is, also when the provider's id never reached us; the number of the
    // hand-over
    // proves which attempt. A URL of an earlier version names no hand-over: it can only be the first.
    private static final String ABOUT = """
             and (m.send_no = :sendNo or :sendNo::int is null and (m.provider_id in (:providerId, :clearId) or m.send_no <= 1))
             and coalesce(m.provider_id, :providerId) in (:providerId, :clearId)
            """;

    // A text that waits to be tried again is settled by one thing only: its last hand-over arrived after all. One given
    // up while it was in doubt did go out after all.
    private static final String MOVE_FORWARD = """
            update message m
            set status = :status, provider_id = :providerId, error_code = :errorCode, claimed_until = null,
                look_up_at = null, sent_at = coalesce(m.sent_at, :at),
                settled_at = case when :status in ('DELIVERED', 'FAILED') then :at
                    when m.status = 'FAILED' then null else m.settled_at end
            from before b
            where m.id = b.id and m.status <> :status
              and (m.status in ('SENDING', 'SENT') or\
            """ + MessageStatus.DOUBTFUL + """
                   or m.status = 'QUEUED' and :status = 'DELIVERED' and :sendNo::int is not null)
            returning b.was, m.from_number,\s""" + UndeliverableRow.COLUMNS;

    private static final String TRY_AGAIN = """
            update message m
            set status = 'QUEUED', due_at = :later, first_due_at = null, provider_id = null, error_code = :errorCode, claimed_until = null,
                look_up_at = null, sent_at = coalesce(m.sent_at, :at)
            from before b
            where m.id = b.id and m.status in ('SENDING', 'UNKNOWN', 'SENT')
              and m.attempts < :most and m.expires_at > :later
            returning b.was, m.from_number,\s""" + UndeliverableRow.COLUMNS;

    private final Jdbi jdbi;
    private final OptOuts optOuts;
    private final SenderStanding standing;
    private final Tasks tasks;
    private final FailureMeter failures;
    private final Counter delivered;
    private final Event<SmsUndeliverable> undeliverable;

    DeliverySteps(
            Jdbi jdbi,
            OptOuts optOuts,
            SenderStanding standing,
            Tasks tasks,
            FailureMeter failures,
            MeterRegistry meters,
            Event<SmsUndeliverable> undeliverable) {
        this.jdbi = jdbi;
        this.optOuts = optOuts;
        this.standing = standing;
        this.tasks = tasks;
        this.failures = failures;
        this.delivered = meters.counter("peerline.texts.delivered");
        this.undeliverable = undeliverable;
    }

    void beThere(@Observes StartupEvent start) {
        // To be made is enough: the counter is there before the first one counts.
    }

    /**
     * In the caller's transaction.
     *
     * @param kept the provider's id as it is stored; the report may have it in clear, as versions before stored it
     */
    void take(DeliveryReport report, String kept) {
        boolean again = report.failure()
                .filter(DeliveryFailure.PERHAPS_TEMPORARY::equals)
                .isPresent();
        Optional<Step> step = again ? step(report, kept, TRY_AGAIN) : Optional.empty();
        if (step.isEmpty()) {
            step = step(report, kept, MOVE_FORWARD);
            step.ifPresent(forward -> settled(report, forward));
        }
        step.filter(Step::wasInDoubt)
                .ifPresent(found -> tasks.settle(
                        TaskKind.TEXT_IN_DOUBT,
                        Subject.of(Subject.Kind.MESSAGE, found.text().message())));
    }

    private void settled(DeliveryReport report, Step step) {
        if (report.status() == SmsStatus.DELIVERED) {
            delivered.increment();
        }
        report.failure().ifPresent(failure -> {
            failures.count(failure);
            if (failure == DeliveryFailure.OPTED_OUT) {
                optOuts.optOutRecipients(List.of(step.text().message()));
            }
            if (failure == DeliveryFailure.SENDER_BROKEN) {
                standing.note(
                        step.from(),
                        false,
                        new SendResult.SenderBroken(report.errorCode().orElse("unknown")));
            }
            undeliverable.fire(step.text());
        });
    }

    private Optional<Step> step(DeliveryReport report, String kept, String update) {
        String which = report.messageId().isPresent() ? "m.id = :message" : "m.provider_id in (:providerId, :clearId)";
        String before =
                "with before as (select m.id, m.status as was from message m where " + which + ABOUT + " for update) ";
        return jdbi.withHandle(handle -> bound(handle.createQuery(before + update), report, kept)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .map((row, context) -> Step.of(row))
                .findFirst());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, DeliveryReport report, String kept) {
        RetryPlan plan = RetryPlan.STANDARD;
        return statement
                .bind("message", report.messageId().orElse(null))
                .bind("sendNo", report.sendNo().orElse(null))
                .bind("providerId", kept)
                .bind("clearId", report.providerId())
                .bind("status", shownAs(report.status()))
                .bind("errorCode", report.errorCode().orElse(null))
                .bind("at", report.at())
                .bind("later", report.at().plus(plan.untilReachable()))
                .bind("most", plan.mostWhenOutOfReach());
    }

    private static String shownAs(SmsStatus status) {
        return switch (status) {
            case ACCEPTED, SENT -> "SENT";
            case DELIVERED -> "DELIVERED";
            case FAILED -> "FAILED";
        };
    }

    private record Step(boolean wasInDoubt, PhoneNumber from, SmsUndeliverable text) {
        static Step of(ResultSet row) throws SQLException {
            return new Step(
                    row.getString("was").equals("UNKNOWN"),
                    new PhoneNumber(row.getString("from_number")),
                    UndeliverableRow.read(row));
        }
    }
}
