package org.peerline.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.PhoneNumber;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedIn;

@PeerlineTest
class RequestChangesHandsTest extends Journey {
    private static final String BENS_NUMBER = "+447400300002";

    @Inject
    SignedIn signedIn;

    private String id;
    private UUID ben;

    @BeforeEach
    void amara_has_sams_request_and_ben_is_free() {
        programme.peer(Samples.amara());
        id = opens(Samples.sam()).getString("id");
        sam().receives("Dr Amara N");
        ben = programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"));
    }

    private Phone ben() {
        return phone(BENS_NUMBER);
    }

    @Test
    void peer_who_passes_is_thanked_and_the_requester_gets_somebody_else_by_another_number() {
        sam().replies("Hello");
        String old = amara().receives("Hello").from();

        amara().replies("pass");

        amara().receives("is handed back");
        assertEquals(old, sam().receives("Dr Amara N cannot be there").from());
        String relay = sam().receives("Dr Ben T, GP").from();
        assertNotEquals(old, relay);
        assertEquals("ASSIGNED", request(id).getString("status"));
        sam().replies("Hello Ben");
        ben().receives("Sam, foundation doctor: Hello Ben");
    }

    @Test
    void pass_after_the_first_answer_is_explained_and_changes_nothing() {
        sam().replies("Hello");
        amara().receives("Hello");
        amara().replies("Hi Sam");
        sam().receives("Hi Sam");

        amara().replies("PASS");

        amara().receives("cannot be handed back by PASS");
        assertEquals("Dr Amara N", request(id).getString("assignment.peer.displayName"));
    }

    @Test
    void requester_who_changes_is_asked_first_and_the_former_peer_learns_only_that_it_is_closed() {
        sam().replies("Hello");
        amara().receives("Hello");

        sam().replies("CHANGE");
        sam().receives("look for another colleague instead of Dr Amara N", "Reply OK");
        assertEquals("Dr Amara N", request(id).getString("assignment.peer.displayName"));
        sam().replies("ok");

        sam().receives("This conversation has ended, no questions asked");
        sam().receives("Dr Ben T");
        amara().receives("has been closed. Thank you");
    }

    @Test
    void requester_who_says_no_keeps_their_peer() {
        sam().replies("change");
        sam().receives("Reply OK");

        sam().replies("No");

        sam().receives("Nothing has changed");
        sam().replies("Hello after all");
        amara().receives("Hello after all");
    }

    @Test
    void question_is_forgotten_after_a_day_and_a_late_ok_does_nothing_but_say_so() {
        sam().replies("Hello");
        amara().receives("Hello");
        amara().replies("Hi Sam");
        sam().receives("Hi Sam");
        sam().replies("CHANGE");
        sam().receives("Reply OK");
        programme.pass(Duration.ofHours(25));

        sam().replies("OK");

        sam().receives("Nothing has changed: that question is no longer open.");
        assertEquals("Dr Amara N", request(id).getString("assignment.peer.displayName"));
    }

    @Test
    void done_ends_it_for_both_and_a_late_text_gets_the_kind_answer_and_reaches_nobody() {
        sam().replies("Hello");
        amara().receives("Hello");
        amara().replies("DONE");
        amara().receives("Shall we end this conversation with Sam?");

        amara().replies("OK");

        sam().receives("has ended. Thank you.");
        amara().receives("has been closed. Thank you");
        assertEquals("CLOSED", request(id).getString("status"));
        assertEquals("COMPLETED", request(id).getString("outcome"));
        sam().replies("One more thing");
        sam().receives("This conversation has ended, so your text was not passed on", "welcome back");
        amara().replies("Oh");
        amara().receives("is closed, so your text was not passed on");
    }

    @Test
    void ok_that_is_meant_for_the_colleague_ends_nothing() {
        sam().replies("Hello");
        amara().receives("Hello");
        sam().replies("CHANGE");
        sam().receives("Reply OK");
        sam().replies("sorry wrong word, I like talking to you");
        amara().receives("sorry wrong word");
        amara().replies("Shall I send you a reminder on Monday?");
        sam().receives("reminder on Monday");

        sam().replies("ok");

        amara().receivesExactly("Sam: ok");
        assertEquals("Dr Amara N", request(id).getString("assignment.peer.displayName"));
    }

    @Test
    void peer_who_answers_with_a_time_has_answered() {
        sam().replies("Hello");
        amara().receives("Hello");

        amara().replies("CALL Thu 7pm");

        sam().receives("Dr Amara N suggests a call");
        amara().receives("We have asked Sam");
        assertEquals("TALKING", request(id).getString("status"));
        amara().replies("PASS");
        amara().receives("cannot be handed back by PASS");
    }

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

    @Test
    void change_with_nobody_else_free_says_honestly_that_they_wait() {
        ApiKeys.as(Role.COORDINATOR)
                .body("{}")
                .post("/v1/peers/" + ben + "/pause")
                .then()
                .statusCode(200);
        sam().replies("CHANGE");
        sam().receives("Reply OK");

        sam().replies("OK");

        sam().receives("no questions asked");
        sam().receives("we have nobody yet", "keep your place");
        amara().receives("has been closed");
        assertEquals("WAITING", request(id).getString("status"));
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "WITHDRAWN"))
                .post("/v1/requests/" + id + "/close")
                .then()
                .statusCode(200);
        sam().receives("closed before a colleague was free");
    }
}
