package org.peerline.archive.retention;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.core.Subject;
import org.peerline.tasks.TaskKind;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;

@PeerlineTest
class HoldsAndDryRunsTest extends ClosedRequestWorld {
    @Test
    void dry_run_counts_what_would_go_and_changes_nothing_but_the_record_of_itself() {
        programme.timeIs(programme.now().plus(Duration.ofDays(400)));
        var before = rows();
        before.merge("retention_run", 1L, Long::sum);
        before.merge("audit_event", 1L, Long::sum);

        RetentionReceipt receipt = sweep.run(true);

        assertEquals(before, rows());
        assertEquals(1, receipt.counts().get("people_forgotten"));
        assertEquals(1, count("select count(*) from requester where name is not null and address is not null"));
        assertEquals(
                1,
                count("select count(*) from person_key where wrapped is not null and person_id = '" + requester + "'"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 31, 366, 400, 20 * 366, 21 * 366 + 31})
    void dry_run_has_the_very_numbers_of_the_sweep(int days) {
        tasks.raise(TaskKind.STRANGERS_UNANSWERED, Subject.SERVICE, Optional.empty());
        phone("+447400900009").texts(sam().received().get(0).from(), "Who is this?");
        programme.timeIs(programme.now().plus(Duration.ofDays(days)).plusSeconds(60));

        var rehearsed = sweep.run(true).counts();
        var done = sweep.run(false).counts();

        assertEquals(done, rehearsed);
        assertFalse(done.isEmpty());
    }

    @Test
    void legal_hold_keeps_everything_of_its_person() {
        ApiKeys.asAdmin()
                .put("/v1/requesters/" + requester + "/legal-hold?reason=LEGAL_DUTY")
                .then()
                .statusCode(204);

        after(400);

        assertEquals(1, count("select count(*) from requester where name is not null and address is not null"));
        assertTrue(count("select count(*) from message where author is not null and body is not null") > 0);
    }

    @Test
    void legal_hold_on_a_peer_keeps_the_conversations_they_had() {
        ApiKeys.asAdmin()
                .put("/v1/peers/" + peer + "/legal-hold?reason=LEGAL_DUTY")
                .then()
                .statusCode(204);

        ApiKeys.asAdmin()
                .delete("/v1/requesters/" + requester + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(409)
                .body("code", equalTo("legal_hold"));
        after(366);
        after(20 * 366);

        assertTrue(count("select count(*) from message where author is not null and body is not null") > 0);
        assertEquals(1, count("select count(*) from assignment"));
        assertEquals(1, count("select count(*) from support_request"));
        assertTrue(count("select count(*) from relay_place") > 0);
        assertEquals(1, count("select count(*) from requester where name is not null"));
    }

    @Test
    void legal_hold_on_a_peer_keeps_address_and_birth_date_of_those_they_were_with() {
        ApiKeys.asAdmin()
                .put("/v1/peers/" + peer + "/legal-hold?reason=COMPLAINT")
                .then()
                .statusCode(204);

        after(400);

        assertEquals(
                1,
                count("select count(*) from requester where name is not null and address is not null"
                        + " and date_of_birth is not null"));
    }

    @Test
    void legal_hold_on_a_requester_keeps_what_their_peer_wrote() {
        ApiKeys.asAdmin()
                .put("/v1/requesters/" + requester + "/legal-hold?reason=LEGAL_DUTY")
                .then()
                .statusCode(204);

        ApiKeys.asAdmin()
                .delete("/v1/peers/" + peer + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(409)
                .body("code", equalTo("legal_hold"));

        ApiKeys.asAdmin()
                .delete("/v1/requesters/" + requester + "/legal-hold")
                .then()
                .statusCode(204);
        ApiKeys.asAdmin()
                .delete("/v1/peers/" + peer + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(200);
    }
}
