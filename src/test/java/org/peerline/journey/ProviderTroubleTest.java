package org.peerline.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.sms.outbox.gateway.ProviderIds;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

/** Whatever the provider does, a text we owe is sent once, or a person sees that it was not. */
@PeerlineTest
class ProviderTroubleTest extends Journey {
    @Inject
    Jdbi jdbi;

    @Inject
    ProviderIds providerIds;

    @Inject
    Outbox outbox;

    @Inject
    MeterRegistry meters;

    private final SignedWebhook webhook = new SignedWebhook();
    private final String relay = FakeTwilioResource.relayNumber(1);
    private String request;

    @BeforeEach
    void sam_and_amara_talk() {
        programme.peer(Samples.amara());
        request = opens(Samples.sam()).getString("id");
        sam().receives("Dr Amara N");
        sam().replies("Hello");
        amara().receives("Hello");
    }

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
    void provider_that_is_silent_is_left_alone_until_it_answers_and_nothing_is_lost_or_doubled() {
        twilio.answerAll(FakeAnswer.html(503));
        for (int n = 0; n < 60; n++) {
            owe("+4474002100%02d".formatted(n), "text " + n);
        }
        programme.settle();
        assertEquals(1, gauge("peerline.provider.held"));
        RestAssured.get("/q/health/ready").then().statusCode(200);
        programme.pass(Duration.ofMinutes(30));
        int duringOutage = twilio.posts().size();
        assertTrue(duringOutage < 55, duringOutage + " posts in half an hour that nobody answered");
        assertTrue(status("QUEUED") > 10, "the others wait untouched");
        assertTrue(gauge("peerline.texts.oldest.owed.seconds") > 1500, "the alarm rises");
        tasks("PROVIDER_AWAY").body("items.size()", is(1));

        twilio.answerAll(FakeAnswer.accepted());
        programme.pass(Duration.ofMinutes(20));

        assertEquals(0, gauge("peerline.provider.held"));
        assertEquals(0, status("QUEUED"));
        tasks("PROVIDER_AWAY").body("items.size()", is(0));
        for (int n = 0; n < 60; n++) {
            String body = "text " + n;
            long accepted = twilio.posts().stream()
                    .filter(PostedMessage::accepted)
                    .filter(post -> post.body().equals(body))
                    .count();
            boolean doubtful = jdbi.withHandle(handle -> handle.select(
                            "select exists (select 1 from message where status = 'UNKNOWN' and id = ?)", owed.get(body))
                    .mapTo(Boolean.class)
                    .one());
            assertEquals(doubtful ? 0 : 1, accepted, body);
        }
        forgetWhatPhonesSaw();
    }

    @Test
    void text_in_doubt_that_the_provider_took_is_found_on_its_records() {
        twilio.answerNext(FakeAnswer.droppedConnection());
        sam().replies("Hello again");
        PostedMessage sent = amara().receives("Hello again");
        assertEquals(1, status("UNKNOWN"));

        programme.pass(Duration.ofMinutes(2));

        assertEquals(0, status("UNKNOWN"));
        assertEquals(
                providerIds.kept(sent.sid()),
                one("select provider_id from message where kind = 'RELAYED' order by seq desc limit 1"));
    }

    @Test
    void text_in_doubt_that_is_on_no_record_is_shown_to_a_person_and_sent_again_only_by_hand() {
        twilio.answerNext(FakeAnswer.html(500));
        sam().replies("Hello again");
        amara().receives("Hello again");

        programme.pass(Duration.ofMinutes(30));

        assertEquals(1, status("UNKNOWN"));
        String id = tasks("TEXT_IN_DOUBT").extract().path("items[0].subjectId");
        assertEquals("not_on_record", errorOf(UUID.fromString(id)));
        coordinator().post("/v1/messages/" + id + "/retry").then().statusCode(200);
        programme.settle();
        amara().receives("Hello again");
        tasks("TEXT_IN_DOUBT").body("items.size()", is(0));
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
    void opt_out_that_only_the_provider_knew_is_learned_and_the_other_side_told() {
        twilio.answerTo(amara().number(), FakeAnswer.error(400, 21610));
        sam().texts(relay, "one");
        sam().receives("cannot receive");
        int asked = amara().received().size();

        sam().texts(relay, "two");

        assertEquals(asked, amara().received().size());
        sam().receives("cannot receive");
        tasks("OPTED_OUT").body("items.size()", is(1));
        twilio.answerTo(amara().number(), FakeAnswer.accepted());
        amara().texts(relay, "START");
        sam().texts(relay, "three");
        tasks("OPTED_OUT").body("items.size()", is(0));
        assertEquals(
                "Sam: three",
                amara().received().get(amara().received().size() - 1).body());
        forgetWhatPhonesSaw();
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
    void words_for_a_peer_from_whom_somebody_was_parted_reach_nobody() {
        twilio.answerTo(amara().number(), FakeAnswer.tooManyRequests(600));
        sam().texts(relay, "for Amara alone");
        int tried = amara().received().size();
        sam().texts(relay, "CHANGE");
        sam().receives("OK");
        sam().replies("OK");
        twilio.answerTo(amara().number(), FakeAnswer.accepted());

        programme.pass(Duration.ofHours(1));

        assertEquals("CANCELLED", one("select status from message where kind = 'RELAYED' order by seq desc limit 1"));
        assertTrue(amara().received().stream()
                .skip(tried)
                .noneMatch(text -> text.body().contains("for Amara alone")));
        forgetWhatPhonesSaw();
    }

    @Test
    void number_beyond_its_pace_waits_and_no_other_number_does() {
        String longText = "न".repeat(1500);
        for (int n = 0; n < 16; n++) {
            webhook.text(sam().number(), relay, longText);
        }
        owe("+447400210001", "from the service number");
        programme.settle();
        int atOnce = amara().received().size();
        assertTrue(status("QUEUED") > 0, "five minutes of segments are handed over, the rest waits");
        assertEquals(1, phone("+447400210001").received().size());

        programme.pass(Duration.ofMinutes(1));
        assertTrue(amara().received().size() > atOnce, "the pace goes on");
        programme.pass(Duration.ofMinutes(10));

        assertEquals(0, status("QUEUED"));
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

    private final Map<String, UUID> owed = new HashMap<>();

    private UUID owe(String to, String body) {
        UUID id = QuarkusTransaction.requiringNew()
                .call(() -> outbox.say(OwedText.ours(
                        TextKind.NOTICE,
                        new PhoneNumber(FakeTwilioResource.SERVICE_NUMBER),
                        Recipient.stranger(new PhoneNumber(to)),
                        null,
                        body,
                        OwedText.Concerns.NOTHING)));
        owed.put(body, id);
        return id;
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

    /** These tests look at every post themselves. */
    private void forgetWhatPhonesSaw() {
        twilio.reset();
    }

    private double gauge(String name) {
        programme.timeIs(programme.now().plusSeconds(6));
        return meters.get(name).gauge().value();
    }

    private long status(String status) {
        return jdbi.withHandle(handle -> handle.select("select count(*) from message where status = ?", status)
                .mapTo(Long.class)
                .one());
    }

    private String statusOf(String id) {
        return one("select status from message where id = '" + id + "'");
    }

    private String errorOf(UUID id) {
        return one("select error_code from message where id = '" + id + "'");
    }

    private String one(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).one());
    }

    private static ValidatableResponse holds() {
        return coordinator().get("/v1/sending-holds").then().statusCode(200);
    }

    private static ValidatableResponse tasks(String kind) {
        return coordinator().get("/v1/tasks?kind=" + kind).then().statusCode(200);
    }

    private static RequestSpecification coordinator() {
        return ApiKeys.as(Role.COORDINATOR);
    }
}
