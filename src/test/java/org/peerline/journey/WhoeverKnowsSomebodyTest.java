package org.peerline.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.PhoneNumber;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedIn;

/** Two people who know each other are parted at once, learn nothing of why, and never meet here again. */
@PeerlineTest
class WhoeverKnowsSomebodyTest extends TwoPeersJourney {
    @Inject
    SignedIn signedIn;

    @Test
    void pair_is_never_brought_together_again_under_another_name_either() {
        sam().replies("CHANGE");
        sam().receives("Reply OK");
        sam().replies("OK");
        sam().receives("no questions asked");
        sam().receives("Dr Ben T");
        amara().receives("has been closed");
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "WITHDRAWN"))
                .post("/v1/requests/" + id + "/close")
                .then()
                .statusCode(200);
        sam().receives("has ended");
        ben().receives("has been closed");

        opens(Samples.request("Samuel J Okafor", Samples.SAMS_NUMBER));

        sam().receives("Dr Ben T");
    }

    @Test
    void requester_who_knows_their_peer_gets_somebody_else_at_once_and_the_peer_learns_nothing() {
        sam().replies("I know this person.");

        sam().receives("no questions asked");
        sam().receives("Dr Ben T");
        amara().receives("has been closed. Thank you");
        String amarasView = ApiKeys.bearer(signedIn.tokenOf(new PhoneNumber(Samples.AMARAS_NUMBER)))
                .get("/v1/me/assignments")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        amara().receives("sign-in code");
        assertFalse(amarasView.contains("KNOWN") || amarasView.contains("ASSIGNED"), amarasView);
        assertTrue(amarasView.contains("\"endReason\":\"CLOSED\""), amarasView);
    }

    @Test
    void peer_who_knows_their_requester_hands_back_even_after_the_first_answer_and_they_never_meet_again() {
        sam().replies("Hello");
        amara().receives("Hello");
        amara().replies("Hi Sam");
        String old = sam().receives("Hi Sam").from();

        amara().replies("I KNOW THIS PERSON");

        amara().receives("is handed back, and you will not be asked about it again");
        sam().receives("it has nothing to do with you");
        assertNotEquals(old, sam().receives("Dr Ben T").from());
        sam().texts(old, "Amara?");
        sam().receives("your text was not passed on");
        ApiKeys.as(Role.COORDINATOR)
                .body("{}")
                .post("/v1/peers/" + ben + "/pause")
                .then()
                .statusCode(200);
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("reason", "THEY_KNOW_EACH_OTHER"))
                .post("/v1/requests/" + id + "/reassign")
                .then()
                .statusCode(200);
        sam().receives("our doing, not yours");
        sam().receives("nobody");
        ben().receives("has been closed");
        assertEquals("WAITING", request(id).getString("status"), "not with Amara again");
    }

    @Test
    void peer_says_so_through_the_api_before_the_first_text() {
        var amarasKey = ApiKeys.bearer(signedIn.tokenOf(new PhoneNumber(Samples.AMARAS_NUMBER)));
        amara().receives("sign-in code");
        String assignment = request(id).getString("assignment.id");

        amarasKey.post("/v1/assignments/" + assignment + "/known").then().statusCode(200);

        sam().receives("it has nothing to do with you");
        sam().receives("Dr Ben T");
        amarasKey
                .post("/v1/assignments/" + assignment + "/known")
                .then()
                .statusCode(409)
                .body("code", equalTo("assignment_ended"));
    }

    @Test
    void whoever_talks_about_knowing_a_person_is_talking() {
        sam().replies("I know this person from work, is that all right?");

        amara().receives("I know this person from work");
    }
}
