package org.peerline.sms.outbox.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;
import org.peerline.sms.SmsStatus;

/** Reports under an id of the provider's that nobody knew when they came: they take effect once the id is known. */
@ApplicationScoped
class JoinReports implements DueWork {
    /** By then no text of ours can still be without its provider's id. */
    private static final Duration WORTH_JOINING = Duration.ofDays(1);

    private static final String JOIN = """
            update delivery_report r set message_id = found.message_id
            from (select o.id, m.id as message_id
                  from delivery_report o join message m on m.provider_id = o.provider_id
                  where o.message_id is null and o.received_at > :since
                  order by o.received_at limit 1 for update of o skip locked) found
            where r.id = found.id
            returning r.provider_id, r.message_id, r.status, r.error_code, r.failure
            """;

    private final Jdbi jdbi;
    private final DeliverySteps steps;
    private final TimeSource time;

    JoinReports(Jdbi jdbi, DeliverySteps steps, TimeSource time) {
        this.jdbi = jdbi;
        this.steps = steps;
        this.time = time;
    }

    @Override
    public int runDue() {
        int joined = 0;
        while (QuarkusTransaction.requiringNew().call(this::joinOne)) {
            joined++;
        }
        return joined;
    }

    private boolean joinOne() {
        Instant now = time.now();
        Optional<DeliveryReport> report = jdbi.withHandle(handle -> handle.createQuery(JOIN)
                .bind("since", now.minus(WORTH_JOINING))
                .map((row, context) -> read(row, now))
                .findFirst());
        report.ifPresent(joined -> steps.take(joined, joined.providerId()));
        return report.isPresent();
    }

    private static DeliveryReport read(ResultSet row, Instant now) throws SQLException {
        return new DeliveryReport(
                Optional.empty(),
                Optional.empty(),
                row.getString("provider_id"),
                SmsStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("error_code")),
                Optional.ofNullable(row.getString("failure")).map(DeliveryFailure::valueOf),
                now);
    }

    /** Never planned: whoever records the provider's id makes it possible. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
