package org.peerline.sms.outbox.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;
import org.peerline.sms.outbox.gateway.ProviderIds;

/**
 * Takes a status callback in. Every report is kept; the shown status only moves forward, and a final one is never
 * overwritten, because callbacks come in any order, twice, or before our own commit.
 */
@ApplicationScoped
public class RecordDelivery {
    private static final String KEEP = "insert into delivery_report (id, message_id, send_no, provider_id, status,"
            + " error_code, failure, received_at) values (:id, coalesce(:message::uuid,"
            + " (select m.id from message m where m.provider_id in (:providerId, :clearId))), :sendNo, :providerId, :status,"
            + " :errorCode, :failure, :at)";

    private final Jdbi jdbi;
    private final DeliverySteps steps;
    private final ProviderIds providerIds;

    RecordDelivery(Jdbi jdbi, DeliverySteps steps, ProviderIds providerIds) {
        this.providerIds = providerIds;
        this.jdbi = jdbi;
        this.steps = steps;
    }

    /** Keeps the report and moves the text's status forward; a report that tells nothing new changes nothing. */
    @Transactional
    public void record(DeliveryReport report) {
        String kept = providerIds.kept(report.providerId());
        keep(report, kept);
        steps.take(report, kept);
    }

    private void keep(DeliveryReport report, String kept) {
        jdbi.useHandle(handle -> handle.createUpdate(KEEP)
                .bind("id", Identifier.next())
                .bind("message", report.messageId().orElse(null))
                .bind("sendNo", report.sendNo().orElse(null))
                .bind("providerId", kept)
                .bind("clearId", report.providerId())
                .bind("status", report.status().name())
                .bind("errorCode", report.errorCode().orElse(null))
                .bind("failure", report.failure().map(Enum::name).orElse(null))
                .bind("at", report.at())
                .execute());
    }
}
