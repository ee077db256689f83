package org.peerline.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;

/** Whatever the provider does, a text we owe is sent once, or a person sees that it was not. */
@PeerlineTest
class ProviderTroubleTest extends ProviderJourney {
    @Test
    void refused_sender_keeps_its_queue_alarms_and_goes_on_by_itself_when_it_is_mended() {
        twilio.answerTo(amara().number(), FakeAnswer.error(400, 21606));
        sam().texts(relay, "one");
        sam().texts(relay, "two");
        assertEquals(List.of("21606"), amaraSaw(2));
        assertEquals(1, gauge("peerline.senders.held"));
        holds().body("items.scope", equalTo(List.of("NUMBER"))).body("items.number", equalTo(List.of(relay)));
        tasks("SENDER_STOPPED").body("items.size()", is(1));

        amara().texts(relay, "to the same number, but held like all of it");
        programme.pass(Duration.ofMinutes(1));
        assertTrue(refusals() <= 4, refusals() + " texts were tried while the sender was refused");

        twilio.answerTo(amara().number(), FakeAnswer.accepted());
        programme.pass(Duration.ofMinutes(20));

        List<String> accepted = amara().received().stream()
                .filter(PostedMessage::accepted)
                .map(PostedMessage::body)
                .toList();
        assertEquals(List.of("Sam: one", "Sam: two"), accepted.subList(1, 3));
        assertEquals(0, gauge("peerline.senders.held"));
        tasks("SENDER_STOPPED").body("items.size()", is(0));
        forgetWhatPhonesSaw();
    }

    @Test
    void sender_that_a_person_has_mended_goes_on_at_once() {
        twilio.answerTo(amara().number(), FakeAnswer.error(401, 20003));
        sam().texts(relay, "one");
        programme.pass(Duration.ofMinutes(10));
        twilio.answerTo(amara().number(), FakeAnswer.accepted());
        String hold = holds().extract().path("items[0].id");

        coordinator().post("/v1/sending-holds/" + hold + "/release").then().statusCode(204);
        coordinator().post("/v1/sending-holds/" + hold + "/release").then().statusCode(404);
        programme.settle();

        assertEquals(0, status("QUEUED"));
        tasks("SENDER_STOPPED").body("items.size()", is(0));
        forgetWhatPhonesSaw();
    }

    @Test
    void one_poisonous_text_holds_up_no_other_conversation() {
        UUID poisonous = owe("+447400200077", "poison");
        jdbi.useHandle(handle -> handle.execute("update message set body = '\\x00'::bytea where id = ?", poisonous));
        sam().texts(relay, "behind it");

        amara().receives("behind it");
        assertEquals("unreadable", errorOf(poisonous));
    }

    @Test
    void late_report_of_an_earlier_attempt_settles_nothing() {
        twilio.answerNext(FakeAnswer.html(500));
        sam().replies("Hello again");
        PostedMessage first = amara().receives("Hello again");
        String id = one("select id::text from message where status = 'UNKNOWN'");
        coordinator().post("/v1/messages/" + id + "/retry").then().statusCode(200);
        programme.settle();
        PostedMessage second = amara().receives("Hello again");

        webhook.status(first, "undelivered", Optional.of(30005));
        assertEquals("SENT", statusOf(id));
        webhook.status(first, "delivered", Optional.empty());
        assertEquals("SENT", statusOf(id));

        webhook.status(second, "delivered", Optional.empty());
        assertEquals("DELIVERED", statusOf(id));
    }

    @Test
    void attempt_that_arrived_after_all_is_not_followed_by_another() {
        sam().replies("Hello again");
        PostedMessage sent = amara().receives("Hello again");
        webhook.status(sent, "undelivered", Optional.of(30003));

        webhook.status(sent, "delivered", Optional.empty());
        programme.pass(Duration.ofHours(5));

        amara().receivesNothingMore();
    }

    @Test
    void report_under_an_id_that_nobody_knows_yet_is_joined_later() {
        sam().replies("Hello again");
        PostedMessage sent = amara().receives("Hello again");
        String id = one("select id::text from message where provider_id = '" + providerIds.kept(sent.sid()) + "'");
        jdbi.useHandle(handle -> handle.execute("update message set provider_id = null where id = ?::uuid", id));
        var withoutOurId =
                new PostedMessage(sent.sid(), sent.account(), sent.authorization(), sent.form(), true, sent.at());
        var form = new HashMap<>(withoutOurId.form());
        form.put("StatusCallback", FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/status");
        webhook.status(
                new PostedMessage(sent.sid(), sent.account(), sent.authorization(), form, true, sent.at()),
                "delivered",
                Optional.empty());
        programme.settle();
        assertEquals("SENT", statusOf(id));
        jdbi.useHandle(handle -> handle.execute(
                "update message set provider_id = ? where id = ?::uuid", providerIds.kept(sent.sid()), id));

        programme.settle();

        assertEquals("DELIVERED", statusOf(id));
    }

    @Test
    void final_failure_reaches_the_writer_and_the_coordinator() {
        sam().replies("Hello again");
        PostedMessage sent = amara().receives("Hello again");

        webhook.status(sent, "undelivered", Optional.of(30005));
        webhook.status(sent, "undelivered", Optional.of(30005));

        sam().receives("Dr Amara N");
        tasks("TEXT_FAILED").body("items.size()", is(1)).body("items[0].requestId", is(request));
    }

    @Test
    void sign_in_code_that_failed_is_not_sent_again_by_hand_because_it_would_open_nothing() {
        twilio.answerTo(amara().number(), FakeAnswer.error(400, 21614));
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("mobileNumber", amara().number()))
                .post("/v1/sessions/code")
                .then()
                .statusCode(202);
        programme.settle();
        String id = one("select id::text from message where kind = 'SIGN_IN_CODE' and status = 'FAILED'");

        coordinator().post("/v1/messages/" + id + "/retry").then().statusCode(409);
        forgetWhatPhonesSaw();
    }

    @Test
    void clocks_that_jump_lose_and_double_nothing() {
        programme.timeIs(programme.now().plus(Duration.ofHours(3)));
        sam().texts(relay, "after a jump ahead");
        amara().receives("after a jump ahead");
        programme.timeIs(programme.now().minus(Duration.ofHours(3)));
        sam().texts(relay, "after a jump back");
        amara().receives("after a jump back");
        amara().texts(relay, "and an answer");
        sam().receives("and an answer");
        programme.pass(Duration.ofMinutes(20));
        assertEquals(0, status("QUEUED"));
    }

    private List<String> amaraSaw(int queued) {
        assertEquals(queued, status("QUEUED"));
        return jdbi.withHandle(handle -> handle.select(
                        "select error_code from message where status = 'QUEUED' and error_code is not null")
                .mapTo(String.class)
                .list());
    }

    private long refusals() {
        return amara().received().stream().filter(text -> !text.accepted()).count();
    }

    private static ValidatableResponse holds() {
        return coordinator().get("/v1/sending-holds").then().statusCode(200);
    }
}
