package org.peerline.sms.outbox.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;
import org.peerline.sms.SmsStatus;
import org.peerline.sms.SmsUndeliverable;
import org.peerline.sms.optout.OptOuts;

/**
 * Takes a status callback in. Every report is kept; the shown status only moves forward, and a final one is never
 * overwritten, because callbacks come in any order, twice, or before our own commit.
 */
@ApplicationScoped
public class RecordDelivery {
    private static final String KEEP = "insert into delivery_report (id, message_id, provider_id, status, error_code,"
            + " received_at) values (:id, :message, :providerId, :status, :errorCode, :at)";

    private static final String MOVE_FORWARD = """
            update message m
            set status = :status,
                provider_id = coalesce(m.provider_id, :providerId),
                error_code = :errorCode,
                claimed_until = null,
                sent_at = coalesce(m.sent_at, :at),
                settled_at = case when :status in ('DELIVERED', 'FAILED') then :at else m.settled_at end
            where (m.id = :message or m.provider_id = :providerId)
              and coalesce(m.provider_id, :providerId) = :providerId
              and m.status in ('SENDING', 'UNKNOWN', 'SENT')
              and m.status <> :status
            returning\s""" + UndeliverableRow.COLUMNS;

    /** A handset that was out of reach may be within it hours later; a text that is not worth sending by then has failed. */
    private static final Duration UNTIL_REACHABLE = Duration.ofHours(2);

    private static final int MOST_ATTEMPTS = 4;

    private static final String TRY_AGAIN = """
            update message
            set status = 'QUEUED', due_at = :later, provider_id = null, error_code = :errorCode
            where (id = :message or provider_id = :providerId)
              and coalesce(provider_id, :providerId) = :providerId
              and status in ('UNKNOWN', 'SENT') and attempts < :most and expires_at > :later
            """;

    private final Jdbi jdbi;
    private final OptOuts optOuts;
    private final Event<SmsUndeliverable> undeliverable;

    RecordDelivery(Jdbi jdbi, OptOuts optOuts, Event<SmsUndeliverable> undeliverable) {
        this.jdbi = jdbi;
        this.optOuts = optOuts;
        this.undeliverable = undeliverable;
    }

    /** Keeps the report and moves the text's status forward; a report that tells nothing new changes nothing. */
    @Transactional
    public void record(DeliveryReport report) {
        jdbi.useHandle(handle -> {
            keep(handle, report);
            if (report.failure()
                            .filter(DeliveryFailure.PERHAPS_TEMPORARY::equals)
                            .isPresent()
                    && tryAgain(handle, report)) {
                return;
            }
            handle.createQuery(MOVE_FORWARD)
                    .bind("status", shownAs(report.status()))
                    .bind("providerId", report.providerId())
                    .bind("errorCode", report.errorCode().orElse(null))
                    .bind("at", report.at())
                    .bind("message", report.messageId().orElse(null))
                    .map((row, context) -> report.status() == SmsStatus.FAILED ? UndeliverableRow.read(row) : null)
                    .findFirst()
                    .ifPresent(failed -> {
                        if (report.failure()
                                .filter(DeliveryFailure.OPTED_OUT::equals)
                                .isPresent()) {
                            optOuts.optOutRecipients(List.of(failed.message()));
                        }
                        undeliverable.fire(failed);
                    });
        });
    }

    private static boolean tryAgain(Handle handle, DeliveryReport report) {
        return handle.createUpdate(TRY_AGAIN)
                        .bind("later", report.at().plus(UNTIL_REACHABLE))
                        .bind("errorCode", report.errorCode().orElse(null))
                        .bind("message", report.messageId().orElse(null))
                        .bind("providerId", report.providerId())
                        .bind("most", MOST_ATTEMPTS)
                        .execute()
                == 1;
    }

    private static void keep(Handle handle, DeliveryReport report) {
        handle.createUpdate(KEEP)
                .bind("id", Identifier.next())
                .bind("message", report.messageId().orElse(null))
                .bind("providerId", report.providerId())
                .bind("status", report.status().name())
                .bind("errorCode", report.errorCode().orElse(null))
                .bind("at", report.at())
                .execute();
    }

    private static String shownAs(SmsStatus status) {
        return switch (status) {
            case ACCEPTED, SENT -> "SENT";
            case DELIVERED -> "DELIVERED";
            case FAILED -> "FAILED";
        };
    }
}
