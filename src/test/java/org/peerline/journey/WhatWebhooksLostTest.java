package org.peerline.journey;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.access.Role;
import org.peerline.core.DueWork;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioIds;

/** What webhooks lost and only the provider's list has is taken in late, once, in its order, and undoes nothing newer. */
@PeerlineTest
class WhatWebhooksLostTest extends InboundJourney {
    private static final String WEBHOOK = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";

    @Inject
    @Any
    Instance<DueWork> works;

    @Test
    void what_webhooks_lost_is_taken_in_late_and_once() {
        twilio.hasReceived(TwilioIds.message(), sam().number(), relay, "lost one");
        programme.timeIs(programme.now().plusSeconds(2));
        twilio.hasReceived(TwilioIds.message(), sam().number(), relay, "lost two");
        twilio.hasReceived(TwilioIds.message(), sam().number(), "+447400999999", "not for us");
        twilio.hasReceived(TwilioIds.message(), "60006", relay, "from nobody");

        programme.pass(Duration.ofMinutes(6));

        amara().receives("lost one");
        amara().receives("lost two");
        programme.pass(Duration.ofMinutes(30));
        assertEquals(2, number("select count(*) from inbound_text where late"));
    }

    @Test
    void text_that_came_by_webhook_and_stands_on_the_list_takes_effect_once() {
        String sid = TwilioIds.message();
        twilio.hasReceived(sid, sam().number(), relay, "once");
        webhook.post(WEBHOOK, SignedWebhook.textForm(sid, sam().number(), relay, "once"));

        programme.pass(Duration.ofMinutes(12));

        amara().receives("once");
        assertEquals(0, number("select count(*) from inbound_text where late"));
    }

    @Test
    void list_that_cannot_be_read_is_read_again_soon() {
        twilio.listIsAway();
        programme.pass(Duration.ofMinutes(6));
        twilio.reset();
        twilio.hasReceived(TwilioIds.message(), sam().number(), relay, "lost");

        programme.pass(Duration.ofMinutes(2));

        assertEquals(1, twilio.posts().size());
        assertEquals(1, number("select count(*) from inbound_text where late"));
        twilio.reset();
    }

    @Test
    void replicas_that_compare_at_once_take_a_lost_text_in_once() throws Exception {
        for (int n = 0; n < 5; n++) {
            twilio.hasReceived(TwilioIds.message(), sam().number(), relay, "lost " + n);
            programme.timeIs(programme.now().plusSeconds(1));
        }
        programme.timeIs(programme.now().plus(Duration.ofMinutes(6)));
        var replicas = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> ticks = Collections.nCopies(
                    4, () -> works.stream().mapToInt(DueWork::runDue).sum());
            for (var tick : replicas.invokeAll(ticks)) {
                tick.get();
            }
        } finally {
            replicas.shutdown();
        }
        programme.settle();

        for (int n = 0; n < 5; n++) {
            amara().receives("lost " + n);
        }
    }

    @Test
    void answer_that_was_written_long_ago_is_conversation_and_agrees_to_nothing() {
        amara().replies("CALL tomorrow 7pm");
        amara().receives("It is agreed only when they say OK");
        sam().receives("suggests a call");
        twilio.hasReceived(TwilioIds.message(), sam().number(), relay, "OK");
        programme.timeIs(programme.now().plus(Duration.ofMinutes(30)));

        programme.settle();

        amara().receives("OK");
        sam().receives("OK");
        assertEquals(0, number("select count(*) from call where status = 'AGREED'"));
    }

    @Test
    void stop_that_webhooks_lost_is_honoured_late() {
        twilio.hasReceived(TwilioIds.message(), sam().number(), relay, "STOP");

        programme.pass(Duration.ofMinutes(30));

        amara().receives("cannot be texted");
        amara().texts(relay, "Are you there?");
        amara().receives("cannot receive");
        sam().receivesNothingMore();
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "YES", "UNSTOP"})
    void wish_to_start_that_is_found_late_does_not_undo_a_newer_wish_to_stop(String word) {
        twilio.hasReceived(TwilioIds.message(), sam().number(), relay, word);
        programme.timeIs(programme.now().plusSeconds(60));
        text("STOP");
        programme.settle();
        amara().receives("cannot be texted");

        programme.pass(Duration.ofMinutes(6));

        amara().receivesNothingMore();
        amara().texts(relay, "Are you there?");
        amara().receives("cannot receive");
        sam().receivesNothingMore();
    }

    @Test
    void wish_to_start_that_is_found_late_and_is_the_newest_restores() {
        text("STOP");
        programme.settle();
        amara().receives("cannot be texted");
        programme.timeIs(programme.now().plusSeconds(60));
        twilio.hasReceived(TwilioIds.message(), sam().number(), relay, "START");

        programme.pass(Duration.ofMinutes(6));

        amara().receives("can be texted again");
        amara().texts(relay, "Are you there?");
        sam().receives("Are you there?");
    }

    @Test
    void wishes_to_stop_and_to_start_again_that_are_found_together_end_with_the_last_one() {
        lost("STOP");
        programme.timeIs(programme.now().plusSeconds(60));
        lost("START");

        programme.pass(Duration.ofMinutes(6));

        amara().receives("cannot be texted");
        amara().receives("can be texted again");
        amara().texts(relay, "Are you there?");
        sam().receives("Are you there?");
    }

    @Test
    void wish_to_start_that_is_tried_again_does_not_undo_a_newer_wish_to_stop() {
        text("STOP");
        programme.settle();
        amara().receives("cannot be texted");
        programme.timeIs(programme.now().plusSeconds(60));
        breakRelaying();
        text("START");
        mendRelaying();
        programme.timeIs(programme.now().plusSeconds(1));
        text("STOP");

        programme.pass(Duration.ofMinutes(1));

        amara().texts(relay, "Are you there?");
        amara().receives("cannot receive");
        sam().receivesNothingMore();
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "YES", "UNSTOP"})
    void wish_to_stop_that_is_found_late_does_not_undo_a_newer_wish_to_start(String word) {
        lost("STOP");
        programme.timeIs(programme.now().plusSeconds(60));
        text(word);
        programme.settle();
        amara().receives(word);

        programme.pass(Duration.ofMinutes(6));

        amara().texts(relay, "Are you there?");
        sam().receives("Are you there?");
    }

    @Test
    void wish_to_stop_that_may_have_come_last_is_honoured() {
        text("START");
        programme.settle();
        amara().receives("START");
        lost("STOP");

        programme.pass(Duration.ofMinutes(6));

        amara().receives("cannot be texted");
    }

    @Test
    void text_that_is_found_late_without_its_words_is_asked_for_again_and_shown_to_a_coordinator() {
        lost(" ");

        programme.pass(Duration.ofMinutes(6));

        sam().receives("Please send it again");
        wordless("ASSIGNMENT");
        programme.pass(Duration.ofMinutes(30));
        assertEquals(1, number("select count(*) from inbound_text where late"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUEST", "PEER", "SERVICE"})
    void text_without_its_words_on_the_service_number_is_asked_for_again(String subject) {
        String number = switch (subject) {
            case "REQUEST" -> sam().number();
            case "PEER" -> amara().number();
            default -> "+447400200099";
        };
        twilio.hasReceived(TwilioIds.message(), number, FakeTwilioResource.SERVICE_NUMBER, "");

        programme.pass(Duration.ofMinutes(6));

        phone(number).receives("Please send it again");
        wordless(subject);
    }

    @Test
    void text_without_words_that_came_by_webhook_had_none() {
        text("");

        programme.pass(Duration.ofMinutes(6));

        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=TEXT_WITHOUT_WORDS")
                .then()
                .body("items.size()", is(0));
    }

    private static void wordless(String subject) {
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=TEXT_WITHOUT_WORDS")
                .then()
                .statusCode(200)
                .body("items.subjectKind", is(List.of(subject)));
    }

    private void lost(String body) {
        twilio.hasReceived(TwilioIds.message(), sam().number(), relay, body);
    }

    @Test
    void texts_of_one_second_that_are_found_late_keep_their_order() {
        for (int n = 0; n < 4; n++) {
            twilio.hasReceived(TwilioIds.message(), sam().number(), relay, "lost " + n);
        }

        programme.pass(Duration.ofMinutes(6));

        for (int n = 0; n < 4; n++) {
            amara().receives("lost " + n);
        }
    }
}
