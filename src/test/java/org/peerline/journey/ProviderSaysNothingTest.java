package org.peerline.journey;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;

/** A provider that gives no answer leaves texts in doubt: none of them is sent twice by itself, and none forgotten. */
@PeerlineTest
class ProviderSaysNothingTest extends ProviderJourney {
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
}
