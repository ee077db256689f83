package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.sms.outbox.delivery.DeliveryReport;
import org.peerline.sms.outbox.delivery.RecordDelivery;
import org.peerline.sms.outbox.dispatch.OutboxDispatcher;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

/** Faults are made for real: a provider that is away, a claim whose owner died, a table that is gone for a moment. */
@PeerlineTest
class NoTextIsLostOrDoubledTest extends Journey {
    @Inject
    Jdbi jdbi;

    @Inject
    OutboxDispatcher dispatcher;

    @Inject
    RecordDelivery recordDelivery;

    private final SignedWebhook webhook = new SignedWebhook();
    private final String relay = FakeTwilioResource.relayNumber(1);
    private String id;

    @BeforeEach
    void sam_has_amaras_details() {
        programme.peer(Samples.amara());
        id = opens(Samples.sam()).getString("id");
        sam().receives("Dr Amara N");
    }

    @Test
    void text_that_cannot_be_understood_now_is_kept_and_takes_effect_once_later() {
        jdbi.useHandle(handle -> handle.execute("alter table relay_place rename to relay_place_away"));
        assertEquals(200, webhook.text(sam().number(), relay, "Hello").statusCode());
        programme.settle();
        amara().receivesNothingMore();
        jdbi.useHandle(handle -> handle.execute("alter table relay_place_away rename to relay_place"));

        programme.pass(Duration.ofMinutes(2));

        amara().receives("Hello");
        programme.pass(Duration.ofHours(2));
    }

    @Test
    void provider_that_is_away_gets_every_text_once_and_in_order_when_it_is_back() {
        twilio.goAway();
        for (int n = 0; n < 5; n++) {
            webhook.text(sam().number(), relay, "text " + n);
        }
        programme.settle();
        programme.pass(Duration.ofMinutes(1));
        twilio.comeBack();

        programme.pass(Duration.ofHours(2));

        // What was under way when the connection broke is on record as unknown; nothing else is.
        List<String> arrived =
                amara().received().stream().map(PostedMessage::body).toList();
        int unknown = statuses("UNKNOWN");
        assertTrue(unknown <= 1, unknown + " texts are unknown");
        assertEquals(5 - unknown, arrived.size());
        for (int n = unknown; n < 5; n++) {
            amara().receives("text " + n);
        }
    }

    @Test
    void provider_that_answers_nothing_clear_is_never_asked_to_send_again() {
        for (FakeAnswer unclear : List.of(
                FakeAnswer.error(500, 20500),
                FakeAnswer.html(502),
                FakeAnswer.emptyCreated(),
                FakeAnswer.garbage(),
                FakeAnswer.droppedConnection())) {
            twilio.answerNext(unclear);
            sam().replies("Hello");
            amara().receives("Hello");
        }

        assertEquals(5, statuses("UNKNOWN"));
        programme.pass(Duration.ofHours(3));

        // Three of them stand on the provider's records; the others are left to a person.
        assertEquals(2, statuses("UNKNOWN"));
    }

    @Test
    void callback_settles_what_the_providers_answer_left_open() {
        twilio.answerNext(FakeAnswer.droppedConnection());
        sam().replies("Hello");
        PostedMessage sent = amara().receives("Hello");
        assertEquals(1, statuses("UNKNOWN"));

        webhook.status(sent, "delivered", Optional.empty());

        assertEquals(0, statuses("UNKNOWN"));
        webhook.status(sent, "sent", Optional.empty());
        webhook.status(sent, "undelivered", Optional.of(30008));
        assertEquals(1, statuses("DELIVERED"));
    }

    @Test
    void callbacks_reversed_and_tripled_only_move_forward() {
        sam().replies("Hello");
        PostedMessage sent = amara().receives("Hello");
        for (int times = 0; times < 3; times++) {
            for (String status : List.of("delivered", "sent", "sending", "queued")) {
                assertEquals(204, webhook.status(sent, status, Optional.empty()).statusCode());
            }
        }
        assertEquals(1, statuses("DELIVERED"));
    }

    @Test
    void handset_out_of_reach_is_tried_again_hours_later_and_then_given_up_on_visibly() {
        sam().replies("Hello");
        for (int attempt = 1; attempt <= 4; attempt++) {
            PostedMessage sent = amara().receives("Hello");
            webhook.status(sent, "undelivered", Optional.of(30003));
            webhook.status(sent, "undelivered", Optional.of(30003));
            programme.pass(Duration.ofMinutes(119));
            amara().receivesNothingMore();
            programme.pass(Duration.ofMinutes(2));
        }

        sam().receives("could not be delivered to Dr Amara N");
        assertEquals(1, statuses("FAILED"));
    }

    @Test
    void claim_whose_owner_died_is_unknown_and_not_sent_again() {
        webhook.text(sam().number(), relay, "Hello");
        jdbi.useHandle(handle -> handle.execute(
                "update message set status = 'SENDING', claimed_until = ? where status = 'QUEUED'",
                programme.now().plusSeconds(60)));
        programme.pass(Duration.ofSeconds(59));
        dispatcher.giveUpLostClaims();
        assertEquals(0, statuses("UNKNOWN"));
        programme.pass(Duration.ofSeconds(2));

        dispatcher.giveUpLostClaims();

        assertEquals(1, statuses("UNKNOWN"));
        UUID lost = jdbi.withHandle(handle -> handle.select("select id from message where status = 'UNKNOWN'")
                .mapTo(UUID.class)
                .one());
        recordDelivery.record(DeliveryReport.delivered(lost, 0, "SM" + "f".repeat(32), programme.now()));
        assertEquals(0, statuses("UNKNOWN"));
    }

    @Test
    void many_dispatchers_at_once_send_every_text_once_and_in_order() throws Exception {
        for (int n = 0; n < 60; n++) {
            webhook.text(n % 2 == 0 ? sam().number() : amara().number(), relay, "text " + n);
        }
        var replicas = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> rounds = new ArrayList<>();
            for (int replica = 0; replica < 4; replica++) {
                rounds.add(() -> {
                    int sent = 0;
                    for (int round = 0; round < 40; round++) {
                        sent += dispatcher.dispatchDue();
                    }
                    return sent;
                });
            }
            for (var done : replicas.invokeAll(rounds)) {
                done.get();
            }
        } finally {
            replicas.shutdown();
        }
        programme.settle();

        for (int n = 0; n < 60; n++) {
            (n % 2 == 0 ? amara() : sam()).receives("text " + n);
        }
    }

    @Test
    void hundred_webhooks_of_one_text_at_once_have_one_effect() throws Exception {
        var form = SignedWebhook.textForm("SM" + "a".repeat(32), sam().number(), relay, "Hello");
        var provider = Executors.newFixedThreadPool(8);
        var answers = new HashSet<Integer>();
        try {
            List<Callable<Integer>> repeats = new ArrayList<>();
            for (int n = 0; n < 100; n++) {
                repeats.add(() -> webhook.post(FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages", form)
                        .statusCode());
            }
            for (var answer : provider.invokeAll(repeats)) {
                answers.add(answer.get());
            }
        } finally {
            provider.shutdown();
        }
        assertTrue(answers.equals(Set.of(200)), "answers: " + answers);

        amara().receives("Hello");
        assertEquals("INTRODUCED", request(id).getString("status"));
    }

    private int statuses(String status) {
        return jdbi.withHandle(handle -> handle.select("select count(*) from message where status = ?", status)
                .mapTo(Integer.class)
                .one());
    }
}
