package org.peerline.sms.outbox.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;

/**
 * Takes a status callback in. Every report is kept; the shown status only moves forward, and a final one is never
 * overwritten, because callbacks come in any order, twice, or before our own commit.
 */
@ApplicationScoped
public class RecordDelivery {
    private static final String KEEP = "insert into delivery_report (id, message_id, send_no, provider_id, status,"
            + " error_code, failure, received_at) values (:id, coalesce(:message::uuid,"
            + " (select m.id from message m where m.provider_id = :providerId)), :sendNo, :providerId, :status,"
            + " :errorCode, :failure, :at)";

    private final Jdbi jdbi;
    private final DeliverySteps steps;

    RecordDelivery(Jdbi jdbi, DeliverySteps steps) {
        this.jdbi = jdbi;
        this.steps = steps;
    }

    /** Keeps the report and moves the text's status forward; a report that tells nothing new changes nothing. */
    @Transactional
    public void record(DeliveryReport report) {
        keep(report);
        steps.take(report);
    }

    private void keep(DeliveryReport report) {
        jdbi.useHandle(handle -> handle.createUpdate(KEEP)
                .bind("id", Identifier.next())
                .bind("message", report.messageId().orElse(null))
                .bind("sendNo", report.sendNo().orElse(null))
                .bind("providerId", report.providerId())
                .bind("status", report.status().name())
                .bind("errorCode", report.errorCode().orElse(null))
                .bind("failure", report.failure().map(Enum::name).orElse(null))
                .bind("at", report.at())
                .execute());
    }
}
