package org.peerline.archive.staff;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.archive.retention.SweepRetention;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;

/** Staff have rights, too: what is held about them can be seen, taken and erased, and goes by itself in the end. */
@PeerlineTest
class StaffTest extends RestWorld {
    @Inject
    Jdbi jdbi;

    @Inject
    SweepRetention sweep;

    private String staff;

    @BeforeEach
    void a_coordinator_with_the_organisations_own_sign_in() {
        ApiKeys.bearer(issuer.token(programme.now(), "coordinators"))
                .get("/v1/peers")
                .then()
                .statusCode(200);
        ApiKeys.bearer(issuer.token(programme.now(), "coordinators"))
                .get("/v1/audit-events")
                .then()
                .statusCode(403);
        ApiKeys.bearer(issuer.token(programme.now(), "coordinators"))
                .body(org.peerline.testkit.Samples.newPeer())
                .post("/v1/peers")
                .then()
                .statusCode(201);
        staff = jdbi.withHandle(handle -> handle.select("select id::text from staff_account")
                .mapTo(String.class)
                .one());
    }

    private long accounts() {
        return jdbi.withHandle(handle -> handle.select("select count(*) from staff_account")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void administrator_sees_who_is_meant_by_an_id_of_the_audit() {
        ApiKeys.asAdmin()
                .get("/v1/staff")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(staff))
                .body("items[0].roles", hasItem("COORDINATOR"));
        ApiKeys.as(Role.COORDINATOR).get("/v1/staff").then().statusCode(403);
    }

    @Test
    void copy_tells_the_account_and_what_they_did() {
        ApiKeys.asAdmin()
                .get("/v1/staff/" + staff + "/export?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(200)
                .body("account.id", equalTo(staff))
                .body("done.action", hasItem("PEER_REGISTERED"))
                .body(not(containsString("Ashworth")));
        ApiKeys.asAdmin()
                .get("/v1/staff/" + staff + "/export")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
    }

    @Test
    void erased_account_leaves_an_id_that_leads_nowhere() {
        ApiKeys.asAdmin()
                .delete("/v1/staff/" + staff + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(204);

        assertEquals(0, accounts());
        ApiKeys.asAdmin()
                .delete("/v1/staff/" + staff + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(404);
        ApiKeys.as(Role.AUDITOR)
                .get("/v1/audit-events?subject=" + staff)
                .then()
                .statusCode(200)
                .body("items.action", hasItem("STAFF_ERASED"));
    }

    @Test
    void account_goes_six_years_after_the_last_sign_in() {
        programme.timeIs(programme.now().plus(Duration.ofDays(6 * 365)));
        sweep.run(false);
        assertEquals(1, accounts());

        programme.timeIs(programme.now().plus(Duration.ofDays(3)));
        assertEquals(1, sweep.run(false).counts().get("staff_accounts"));
        assertEquals(0, accounts());
    }
}
