package org.peerline.journey;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.Subject;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.SignedWebhook;

/** A text in doubt is settled by its callback, else by a look at the provider's records, else by a person, in this order. */
@PeerlineTest
class DoubtIsSettledInTurnTest extends Journey {
    @Inject
    Jdbi jdbi;

    @Inject
    Tasks tasks;

    private final SignedWebhook webhook = new SignedWebhook();

    @BeforeEach
    void sam_and_amara_talk() {
        samAndAmaraTalk();
    }

    @Test
    void callback_settles_it_and_nobody_is_asked() {
        PostedMessage sent = inDoubt(FakeAnswer.droppedConnection());

        webhook.status(sent, "sent", Optional.empty());
        assertEquals("SENT", status());

        programme.pass(Duration.ofMinutes(30));
        assertEquals(0, twilio.lookUps());
        tasks(0);
    }

    @Test
    void without_a_callback_the_providers_records_settle_it_and_no_person_is_asked() {
        inDoubt(FakeAnswer.droppedConnection());
        programme.pass(Duration.ofSeconds(55));
        assertEquals("UNKNOWN", status());

        programme.pass(Duration.ofSeconds(10));

        assertEquals("SENT", status());
        assertEquals(1, twilio.lookUps());
        programme.pass(Duration.ofMinutes(30));
        assertEquals(1, twilio.lookUps());
        tasks(0);
    }

    @Test
    void records_that_cannot_be_read_are_no_proof_that_it_did_not_go_out() {
        inDoubt(FakeAnswer.droppedConnection());
        twilio.listIsAway();
        programme.pass(Duration.ofHours(2));
        assertEquals("UNKNOWN", status());
        tasks(0);
        assertEquals(Optional.of("connection_lost"), error());
    }

    @Test
    void what_is_on_no_record_after_three_looks_is_left_to_a_person_who_is_told_that_it_may_arrive_twice() {
        inDoubt(FakeAnswer.html(500));
        programme.pass(Duration.ofMinutes(20));
        tasks(0);
        programme.pass(Duration.ofMinutes(2));
        assertEquals(3, twilio.lookUps());
        tasks(1);
        assertEquals(Optional.of("not_on_record"), error());

        retry().statusCode(200).body("status", is("QUEUED")).body("mayArriveTwice", is(true));
        programme.settle();

        amara().receives("Are you there?");
        tasks(0);
        assertEquals("SENT", status());
        audited("MESSAGE_RETRIED_IN_DOUBT");
    }

    @Test
    void whoever_asks_how_it_stands_is_told_of_the_doubt() {
        inDoubt(FakeAnswer.html(500));
        programme.pass(Duration.ofMinutes(22));
        tasks(1);

        sam().replies("STATUS");

        sam().receives("We cannot tell yet whether your last text reached Dr Amara");
    }

    @Test
    void person_who_does_not_wait_sends_nothing_a_second_time_that_the_provider_has() {
        inDoubt(FakeAnswer.droppedConnection());

        retry().statusCode(409).body("code", is("message_had_gone_out"));
        programme.settle();

        amara().receivesNothingMore();
        assertEquals("SENT", status());
        retry().statusCode(409).body("code", is("message_not_retryable"));
    }

    @Test
    void person_who_does_not_wait_while_the_records_are_away_is_told_that_it_may_arrive_twice() {
        inDoubt(FakeAnswer.html(500));
        twilio.listIsAway();

        retry().statusCode(200).body("mayArriveTwice", is(true));

        programme.settle();
        amara().receives("Are you there?");
    }

    @Test
    void text_that_was_refused_is_sent_again_without_a_doubt() {
        inDoubt(FakeAnswer.error(400, 30007));
        sam().receives("could not be delivered");
        assertEquals("FAILED", status());

        retry().statusCode(200).body("mayArriveTwice", nullValue());

        programme.settle();
        amara().receives("Are you there?");
        audited("MESSAGE_RETRIED");
        assertEquals(0, twilio.lookUps());
    }

    @Test
    void pages_send_again_as_the_api_does() {
        inDoubt(FakeAnswer.html(500));
        programme.pass(Duration.ofMinutes(22));
        tasks(1);
        var console = ConsoleSession.as(Role.COORDINATOR);
        console.page()
                .get("/console/texts?status=UNKNOWN")
                .then()
                .statusCode(200)
                .body(containsString("it may arrive twice"));

        console.form().post("/console/texts/" + message() + "/again").then().statusCode(303);
        programme.settle();

        amara().receives("Are you there?");
        tasks(0);
        audited("MESSAGE_RETRIED_IN_DOUBT");
    }

    @Test
    void look_whose_replica_died_is_made_again_even_when_it_was_the_last() {
        inDoubt(FakeAnswer.html(500));
        programme.pass(Duration.ofMinutes(10));
        // As the third look leaves it before the provider is asked.
        jdbi.useHandle(handle -> handle.execute(
                "update message set looked_up = 3, look_up_at = ? where status = 'UNKNOWN'",
                programme.now().plus(Duration.ofMinutes(2))));

        programme.pass(Duration.ofMinutes(3));

        tasks(1);
        assertEquals(Optional.of("not_on_record"), error());
    }

    @Test
    void text_that_gets_into_doubt_again_at_a_later_attempt_is_looked_up_again() {
        PostedMessage sent = inDoubt(FakeAnswer.droppedConnection());
        programme.pass(Duration.ofMinutes(2));
        assertEquals("SENT", status());
        webhook.status(sent, "undelivered", Optional.of(30003));
        assertEquals("QUEUED", status());

        twilio.answerNext(FakeAnswer.html(500));
        programme.pass(Duration.ofHours(3));
        amara().receives("Are you there?");
        programme.pass(Duration.ofMinutes(30));

        assertEquals("UNKNOWN", status());
        assertEquals(Optional.of("not_on_record"), error());
        tasks(1);
    }

    @Test
    void text_in_doubt_that_cannot_be_read_is_shown_to_a_person_and_holds_up_no_other() {
        inDoubt(FakeAnswer.droppedConnection());
        String unreadable = message();
        jdbi.useHandle(handle ->
                handle.execute("update message set body = decode('00', 'hex') where id = cast(? as uuid)", unreadable));
        twilio.answerNext(FakeAnswer.droppedConnection());
        sam().replies("And now?");
        amara().receives("And now?");

        programme.pass(Duration.ofMinutes(2));

        assertEquals("SENT", status());
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=TEXT_IN_DOUBT")
                .then()
                .statusCode(200)
                .body("items.subjectId", is(List.of(unreadable)));
        ApiKeys.as(Role.COORDINATOR)
                .post("/v1/messages/" + unreadable + "/retry")
                .then()
                .statusCode(200);
        programme.settle();
        sam().receives("could not be delivered");
    }

    @Test
    void text_that_no_look_can_settle_is_shown_to_a_person() {
        inDoubt(FakeAnswer.droppedConnection());
        jdbi.useHandle(handle -> {
            handle.execute("create or replace function refuse() returns trigger language plpgsql as"
                    + " 'begin raise exception ''refused''; end'");
            handle.execute(
                    "create trigger poison before insert on delivery_report for each row execute function refuse()");
        });
        try {
            programme.pass(Duration.ofMinutes(20));
        } finally {
            jdbi.useHandle(handle -> handle.execute("drop trigger poison on delivery_report"));
        }

        tasks(1);
        assertEquals(Optional.of("connection_lost"), error());
    }

    @Test
    void person_who_has_dealt_with_it_ends_the_doubt_and_status_says_so() {
        inDoubt(FakeAnswer.html(500));
        programme.pass(Duration.ofMinutes(22));

        done();

        assertEquals("FAILED", status());
        assertEquals(Optional.of("given_up"), error());
        tasks(0);
        ApiKeys.as(Role.COORDINATOR).get("/v1/tasks?kind=TEXT_FAILED").then().body("items.size()", is(0));
        audited("MESSAGE_GIVEN_UP");
        sam().replies("STATUS");
        sam().receives("could not be delivered");
        amara().receivesNothingMore();
    }

    @Test
    void report_that_comes_after_all_counts_more_than_having_given_it_up() {
        twilio.listIsAway();
        PostedMessage sent = inDoubt(FakeAnswer.html(503).thoughAccepted());
        programme.pass(Duration.ofMinutes(2));
        raiseAndDo();
        assertEquals("FAILED", status());

        webhook.status(sent, "sent", Optional.empty());
        assertEquals("SENT", status());
        webhook.status(sent, "delivered", Optional.empty());
        assertEquals("DELIVERED", status());
    }

    @Test
    void text_that_was_given_up_is_looked_up_before_it_is_sent_again() {
        inDoubt(FakeAnswer.droppedConnection());
        raiseAndDo();
        assertEquals("FAILED", status());

        retry().statusCode(409).body("code", is("message_had_gone_out"));

        assertEquals("SENT", status());
    }

    @Test
    void text_that_was_given_up_and_is_sent_again_may_arrive_twice() {
        inDoubt(FakeAnswer.html(500));
        programme.pass(Duration.ofMinutes(22));
        done();

        retry().statusCode(200).body("mayArriveTwice", is(true));
        programme.settle();

        amara().receives("Are you there?");
        assertEquals("SENT", status());
    }

    private void raiseAndDo() {
        QuarkusTransaction.requiringNew()
                .run(() -> tasks.raise(
                        TaskKind.TEXT_IN_DOUBT,
                        Subject.of(Subject.Kind.MESSAGE, UUID.fromString(message())),
                        Optional.empty()));
        done();
    }

    private static void done() {
        String task =
                ApiKeys.as(Role.COORDINATOR).get("/v1/tasks?kind=TEXT_IN_DOUBT").path("items[0].id");
        for (int n = 0; n < 2; n++) {
            ApiKeys.as(Role.COORDINATOR)
                    .post("/v1/tasks/" + task + "/done")
                    .then()
                    .statusCode(200);
        }
    }

    private PostedMessage inDoubt(FakeAnswer answer) {
        twilio.answerNext(answer);
        sam().replies("Are you there?");
        return amara().receives("Are you there?");
    }

    private ValidatableResponse retry() {
        return ApiKeys.as(Role.COORDINATOR)
                .post("/v1/messages/" + message() + "/retry")
                .then();
    }

    private static void tasks(int count) {
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=TEXT_IN_DOUBT")
                .then()
                .statusCode(200)
                .body("items.size()", is(count));
    }

    private void audited(String action) {
        ApiKeys.as(Role.AUDITOR)
                .get("/v1/audit-events?subject=" + message())
                .then()
                .statusCode(200)
                .body("items.action", hasItem(action));
    }

    private String message() {
        return last("id::text").orElseThrow();
    }

    private String status() {
        return last("status").orElseThrow();
    }

    private Optional<String> error() {
        return last("error_code");
    }

    private Optional<String> last(String column) {
        return jdbi.withHandle(handle -> Optional.ofNullable(
                handle.select("select " + column + " from message where kind = 'RELAYED' order by seq desc limit 1")
                        .mapTo(String.class)
                        .one()));
    }
}
