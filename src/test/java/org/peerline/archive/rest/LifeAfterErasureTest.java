package org.peerline.archive.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/** Whoever was in touch with somebody who was erased, comes back, or shares their phone. */
@PeerlineTest
class LifeAfterErasureTest extends ErasureWorld {
    @Test
    void peer_of_an_erased_requester_is_told_that_it_is_over_and_the_requester_is_told_nothing() {
        String requester = talking();
        int received = sam.received().size();

        erase("/v1/requesters/" + requester);
        programme.settle();

        amara.receivesFrom(amara.received().get(0).from(), "has been closed");
        assertEquals(received, sam.received().size());
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requests")
                .then()
                .statusCode(200)
                .body("items[0].status", equalTo("CLOSED"))
                .body("items[0].requester.name", equalTo("(erased)"));
    }

    @Test
    void late_text_of_an_erased_requester_is_a_strangers() {
        String requester = talking();
        String relay = sam.received().get(0).from();
        erase("/v1/requesters/" + requester);
        programme.settle();
        int told = amara.received().size();

        sam.texts(relay, "Are you still there?");

        assertEquals(told, amara.received().size(), "nobody receives it");
        assertTrue(sam.received().get(sam.received().size() - 1).body().contains("999"));
    }

    @Test
    void whoever_was_erased_comes_back_as_somebody_new_and_on_another_number() {
        String requester = talking();
        String relay = sam.received().get(0).from();
        erase("/v1/requesters/" + requester);

        var again = opens(Samples.sam());

        assertNotEquals(requester, again.getString("requester.id"));
        assertNotEquals(relay, again.getString("assignment.relayNumber"), "it rests until its quarantine is over");
    }

    @Test
    void person_who_shares_the_phone_keeps_their_own() {
        opens(Samples.sam());
        String samsId = ApiKeys.as(Role.COORDINATOR).get("/v1/requests").path("items[0].requester.id");
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "COMPLETED"))
                .post("/v1/requests/"
                        + ApiKeys.as(Role.COORDINATOR).get("/v1/requests").path("items[0].id") + "/close")
                .then()
                .statusCode(200);
        programme.settle();
        var alex = Samples.request("Alex Okafor", Samples.SAMS_NUMBER);
        String open = opens(alex).getString("id");

        ApiKeys.asAdmin()
                .delete("/v1/requesters/" + samsId + "?reason=SUBJECT_REQUEST&also=NOBODY")
                .then()
                .statusCode(200);

        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requests/" + open)
                .then()
                .statusCode(200)
                .body("status", equalTo("ASSIGNED"))
                .body("requester.contactNumber", equalTo(Samples.SAMS_NUMBER));
        String relay = sam.received().get(sam.received().size() - 1).from();
        sam.texts(relay, "Hello, this is Alex");
        amara.receivesFrom(relay, "this is Alex");
    }
}
