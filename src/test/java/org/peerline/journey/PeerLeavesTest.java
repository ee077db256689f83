package org.peerline.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;

/** A peer retires or pauses: what is open is handed over as they ask, and a coordinator sees it. */
@PeerlineTest
class PeerLeavesTest extends TwoPeersJourney {
    @Test
    void peer_who_retires_hands_over_what_is_open_and_a_coordinator_sees_who_had_begun_to_talk() {
        sam().replies("Hello");
        String old = amara().receives("Hello").from();

        retire("Dr Amara N");

        amara().receives("has been closed. Thank you");
        sam().receives("Another colleague will be there for you instead of Dr Amara N", "our doing, not yours");
        sam().receives("Dr Ben T");
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=HANDED_OVER")
                .then()
                .body("items.requestId", equalTo(List.of(id)));
        amara().texts(old, "Oh, one thing");
        amara().receives("is closed, so your text was not passed on");
    }

    @Test
    void peer_who_pauses_keeps_what_is_open_unless_they_ask_otherwise() {
        sam().replies("Hello");
        amara().receives("Hello");
        pause("Dr Amara N", "{}");
        sam().replies("Are you there?");
        amara().receives("Are you there?");

        pause("Dr Amara N", "{\"handOver\": true}");

        amara().receives("has been closed");
        sam().receives("Another colleague will be there");
        sam().receives("Dr Ben T");
    }

    @Test
    void peer_who_comes_back_is_not_brought_together_with_whom_they_handed_over() {
        pause("Dr Amara N", "{\"handOver\": true}");
        amara().receives("has been closed");
        sam().receives("Another colleague will be there");
        sam().receives("Dr Ben T");
        ApiKeys.as(Role.COORDINATOR)
                .post("/v1/peers/" + peer("Dr Amara N") + "/resume")
                .then()
                .statusCode(200);

        sam().replies("I know this person");

        sam().receives("no questions asked");
        sam().receives("we have nobody yet");
        ben().receives("has been closed");
        assertEquals("KEPT_APART", request(id).getString("waiting.rule"));
    }

    private String peer(String displayName) {
        return ApiKeys.as(Role.COORDINATOR)
                .get("/v1/peers")
                .then()
                .extract()
                .path("items.find { it.displayName == '" + displayName + "' }.id");
    }

    private void pause(String displayName, String body) {
        ApiKeys.as(Role.COORDINATOR)
                .body(body)
                .post("/v1/peers/" + peer(displayName) + "/pause")
                .then()
                .statusCode(200);
        programme.settle();
    }

    private void retire(String displayName) {
        ApiKeys.as(Role.COORDINATOR)
                .header("If-Match", "*")
                .body("{\"status\": \"RETIRED\"}")
                .patch("/v1/peers/" + peer(displayName))
                .then()
                .statusCode(200);
        programme.settle();
    }
}
