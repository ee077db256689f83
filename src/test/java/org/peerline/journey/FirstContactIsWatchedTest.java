package org.peerline.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

@PeerlineTest
class FirstContactIsWatchedTest extends Journey {
    private static final String BENS_NUMBER = "+447400300002";

    @Inject
    Jdbi jdbi;

    private String id;

    @BeforeEach
    void amara_has_sams_request() {
        programme.peer(Samples.amara());
        id = opens(Samples.sam()).getString("id");
        sam().receives("Dr Amara N");
    }

    private void tasks(String kind, int open) {
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=" + kind)
                .then()
                .statusCode(200)
                .body("items", hasSize(open));
    }

    @Test
    void requester_who_has_not_texted_after_a_day_is_reminded_once() {
        programme.pass(Duration.ofMinutes(24 * 60 - 1));
        sam().receivesNothingMore();

        programme.pass(Duration.ofMinutes(2));

        sam().receives("Dr Amara N is there for you whenever you are ready", "CHANGE", "999");
        programme.pass(Duration.ofDays(5));
        sam().receivesNothingMore();
    }

    @Test
    void requester_of_whom_nothing_is_heard_is_let_go_kindly_and_may_come_back() {
        programme.pass(Duration.ofDays(13));
        sam().receives("whenever you are ready");

        programme.pass(Duration.ofDays(1));

        sam().receives("close this for now", "welcome back at any time");
        amara().receives("has been closed. Thank you");
        assertEquals("NO_FIRST_TEXT", request(id).getString("outcome"));
        assertEquals("Dr Amara N", opens(Samples.sam()).getString("assignment.peer.displayName"));
        sam().receives("Dr Amara N");
    }

    @Test
    void first_text_after_the_reminder_ends_the_wait() {
        programme.pass(Duration.ofDays(2));
        sam().receives("whenever you are ready").from();

        sam().replies("Hello after all");

        amara().receives("Hello after all");
        amara().replies("Hi Sam");
        sam().receives("Hi Sam");
        programme.pass(Duration.ofDays(20));
        assertEquals("TALKING", request(id).getString("status"));
    }

    @Test
    void silent_peer_is_reminded_then_another_is_offered_then_a_coordinator_is_asked() {
        sam().replies("Hello");
        amara().receives("Hello");

        programme.pass(Duration.ofHours(12).plusMinutes(1));
        amara().receivesNothingMore();
        programme.timeIs(Instant.parse("2026-11-24T08:00:00Z"));
        amara().receives("Sam, PS-", "is still waiting for your first answer", "PASS");

        programme.pass(Duration.ofHours(2).plusMinutes(1));
        sam().receives("Dr Amara N has not been able to answer yet", "Reply OK to change, NO to stay");
        tasks("PEER_DOES_NOT_ANSWER", 0);

        programme.pass(Duration.ofHours(24));
        tasks("PEER_DOES_NOT_ANSWER", 1);
        programme.pass(Duration.ofDays(5));
        tasks("PEER_DOES_NOT_ANSWER", 1);

        amara().replies("Sorry, I was ill. How are you?");
        sam().receives("I was ill");
        tasks("PEER_DOES_NOT_ANSWER", 0);
    }

    @Test
    void ok_to_the_offer_finds_another_peer() {
        sam().replies("Hello");
        amara().receives("Hello");
        programme.pass(Duration.ofHours(25));
        amara().receives("first answer");
        sam().receives("Shall we look for another colleague?");
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"));

        sam().replies("ok");

        sam().receives("no questions asked");
        sam().receives("Dr Ben T");
        amara().receives("has been closed");
        assertEquals("ASSIGNED", request(id).getString("status"));
    }

    @Test
    void no_to_the_offer_keeps_the_peer() {
        sam().replies("Hello");
        amara().receives("Hello");
        programme.pass(Duration.ofHours(25));
        amara().receives("first answer");
        sam().receives("Shall we look for another colleague?");

        sam().replies("NO");

        sam().receives("Nothing has changed");
        amara().replies("Here I am");
        sam().receives("Here I am");
    }

    @Test
    void peer_who_answers_in_time_hears_nothing_from_us() {
        sam().replies("Hello");
        amara().receives("Hello");
        amara().replies("Hi Sam");
        sam().receives("Hi Sam");

        programme.pass(Duration.ofDays(10));

        tasks("PEER_DOES_NOT_ANSWER", 0);
    }

    @Test
    void closed_days_are_nobodys_delay() {
        programme.timeIs(Instant.parse("2026-12-24T14:00:00Z"));
        sam().replies("Hello");
        amara().receives("Hello");

        programme.pass(Duration.ofHours(64));
        amara().receivesNothingMore();
        sam().texts(
                        jdbi.withHandle(handle -> handle.select("select relay_number from assignment")
                                .mapTo(String.class)
                                .one()),
                        "STATUS");

        sam().receives("Dr Amara N answers here", "Sun 27 Dec, 2:00pm UK time");
        programme.pass(Duration.ofHours(3));
        amara().receives("first answer");
        programme.pass(Duration.ofHours(6));
        sam().receives("has not been able to answer yet");
    }

    @Test
    void status_tells_what_happens_next_and_when() {
        sam().replies("STATUS");
        sam().receives("we remind you once, on Tue 24 Nov, 10:00am UK time");
        programme.pass(Duration.ofHours(30));
        sam().receives("whenever you are ready");
        sam().replies("STATUS");
        sam().receives("If none comes by Mon 7 Dec, 10:00am UK time, we close this");
        sam().replies("Hello");
        amara().receives("Hello");
        amara().replies("STATUS");
        amara().receives("Sam waits for your answer", "we offer them somebody else on Wed 25 Nov, 4:00pm UK time");
        sam().replies("STATUS");
        sam().receives("we offer you another colleague on Wed 25 Nov, 4:00pm UK time");
        programme.pass(Duration.ofHours(25));
        amara().receives("first answer");
        sam().receives("has not been able to answer");
        sam().replies("STATUS");
        sam().receives("a coordinator sees to it on Thu 26 Nov, 4:00pm UK time");
        amara().replies("STATUS");
        amara().receives("has been offered somebody else");
        programme.pass(Duration.ofHours(25));
        sam().replies("STATUS");
        sam().receives("A coordinator has been asked");
        amara().replies("Hello Sam");
        sam().receives("Hello Sam");
        sam().replies("STATUS");
        sam().receives("either of you texts here");
    }

    @Test
    void peer_who_texts_first_learns_until_when_we_wait() {
        amara().texts(
                        jdbi.withHandle(handle -> handle.select("select relay_number from assignment")
                                .mapTo(String.class)
                                .one()),
                        "Hello Sam, are you there?");

        amara().receives("we wait for the first text from Sam", "by Mon 7 Dec, 10:00am UK time, we close it");
    }

    @Test
    void details_that_cannot_be_delivered_are_shown_at_once_to_call_handler_and_coordinator() {
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"));
        String number = "+447400200009";
        twilio.answerNext(FakeAnswer.error(400, 21211));
        String other = opens(Samples.request("Alex Reid", number)).getString("id");
        phone(number).receives("Your peer supporter");

        ApiKeys.as(Role.INTAKE)
                .get("/v1/requests/" + other)
                .then()
                .body("assignment.detailsText.status", equalTo("FAILED"));
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=DETAILS_NOT_DELIVERED")
                .then()
                .body("items", hasSize(1))
                .body("items[0].subjectId", equalTo(other));

        phone(number).replies("Hello");
        phone(
                        request(other).getString("assignment.peer.displayName").equals("Dr Ben T")
                                ? BENS_NUMBER
                                : Samples.AMARAS_NUMBER)
                .receives("Hello");
        tasks("DETAILS_NOT_DELIVERED", 0);
    }

    @Test
    void what_is_due_is_found_by_its_index() {
        jdbi.useHandle(handle -> {
            handle.execute("set enable_seqscan = off");
            for (String query : new String[] {
                "select id from assignment where status = 'OPEN' and first_text_at is null and requester_nudged_at is null"
                        + " and assigned_at <= now() order by assigned_at limit 200",
                "select min(first_text_at) from assignment where status = 'OPEN' and first_text_at is not null"
                        + " and first_answer_at is null and peer_nudged_at is null"
            }) {
                String plan = String.join(
                        "\n",
                        handle.select("explain " + query).mapTo(String.class).list());
                assertTrue(plan.contains("Index") && !plan.contains("Seq Scan"), plan);
            }
            handle.execute("reset enable_seqscan");
        });
    }
}
