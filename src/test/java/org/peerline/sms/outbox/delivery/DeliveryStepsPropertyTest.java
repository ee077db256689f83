package org.peerline.sms.outbox.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.core.Identifier;
import org.peerline.sms.SmsStatus;
import org.peerline.sms.outbox.gateway.ProviderIds;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;

/** The state machine of a text, for any reports in any order: it never steps back, and no earlier hand-over moves it. */
@PeerlineTest
class DeliveryStepsPropertyTest {
    private static final Map<String, Integer> RANK =
            Map.of("SENDING", 0, "UNKNOWN", 0, "SENT", 1, "DELIVERED", 2, "FAILED", 2);
    private static final List<DeliveryFailure> FOR_GOOD = List.of(
            DeliveryFailure.BAD_NUMBER,
            DeliveryFailure.FILTERED,
            DeliveryFailure.TOO_LATE,
            DeliveryFailure.UNKNOWN_CODE);

    @Inject
    Jdbi jdbi;

    @Inject
    ProviderIds providerIds;

    @Inject
    RecordDelivery recordDelivery;

    @Inject
    Programme programme;

    @BeforeEach
    void fresh_world() {
        programme.reset();
    }

    @Test
    void status_only_moves_forward_and_what_is_final_stays() {
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            UUID text = text(random.nextBoolean() ? "SENDING" : "UNKNOWN", 1);
            String sid = sid();
            String before = status(text);
            int reports = 0;
            for (int step = 0; step < 8; step++) {
                SmsStatus status = SmsStatus.values()[random.nextInt(4)];
                boolean named = random.nextInt(4) > 0 || before.equals("SENDING") || before.equals("UNKNOWN");
                int times = 1 + random.nextInt(3);
                for (int n = 0; n < times; n++, reports++) {
                    recordDelivery.record(report(named ? Optional.of(text) : Optional.empty(), 1, sid, status, random));
                    String now = status(text);
                    assertTrue(RANK.get(now) >= RANK.get(before), "seed " + seed + ": " + before + " to " + now);
                    assertTrue(RANK.get(before) < 2 || now.equals(before), "seed " + seed + ": a final status changed");
                    before = now;
                }
            }
            assertEquals(reports, reportsKept(sid), "seed " + seed + ": every report is kept");
        }
    }

    @Test
    void no_report_of_an_earlier_hand_over_moves_a_text() {
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            int current = 2 + random.nextInt(4);
            String status = List.of("QUEUED", "SENDING", "UNKNOWN", "SENT").get(random.nextInt(4));
            UUID text = text(status, current);
            for (int step = 0; step < 8; step++) {
                int earlier = 1 + random.nextInt(current - 1);
                recordDelivery.record(
                        report(Optional.of(text), earlier, sid(), SmsStatus.values()[random.nextInt(4)], random));
                assertEquals(status, status(text), "seed " + seed);
            }
        }
    }

    @Test
    void text_that_waits_is_settled_by_the_arrival_of_its_last_hand_over_only() {
        for (SmsStatus status : SmsStatus.values()) {
            UUID text = text("QUEUED", 2);
            recordDelivery.record(report(Optional.of(text), 2, sid(), status, new Random(1)));
            assertEquals(status == SmsStatus.DELIVERED ? "DELIVERED" : "QUEUED", status(text), status.name());
        }
    }

    private DeliveryReport report(Optional<UUID> text, int sendNo, String sid, SmsStatus status, Random random) {
        boolean failed = status == SmsStatus.FAILED;
        return new DeliveryReport(
                text,
                text.map(named -> sendNo),
                sid,
                status,
                failed ? Optional.of("30005") : Optional.empty(),
                failed ? Optional.of(FOR_GOOD.get(random.nextInt(FOR_GOOD.size()))) : Optional.empty(),
                programme.now());
    }

    private UUID text(String status, int sendNo) {
        UUID id = Identifier.next();
        jdbi.useHandle(handle -> handle.execute(
                "insert into message (id, kind, from_number, to_party, to_key, status, created_at, due_at, expires_at,"
                        + " send_no, attempts) values (?, 'NOTICE', '+447400100000', 'STRANGER', 'key', ?, ?, ?, ?, ?, 1)",
                id,
                status,
                programme.now(),
                programme.now().plusSeconds(3600),
                programme.now().plusSeconds(7200),
                sendNo));
        return id;
    }

    private String status(UUID text) {
        return jdbi.withHandle(handle -> handle.select("select status from message where id = ?", text)
                .mapTo(String.class)
                .one());
    }

    private int reportsKept(String sid) {
        return jdbi.withHandle(handle -> handle.select(
                        "select count(*) from delivery_report where provider_id = ?", providerIds.kept(sid))
                .mapTo(Integer.class)
                .one());
    }

    private static String sid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }
}
