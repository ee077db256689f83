package org.peerline.sms.outbox.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Programme;
import org.peerline.testkit.ServiceClock;
import org.peerline.testkit.SignedWebhook;

/**
 * The whole life of a text as a state machine, for whatever may happen to it in any order: answers of the provider, reports of
 * any hand-over, copies that die, look-ups, time, a person. Each step goes along the arrows that integrators are promised, and
 * the provider is given the text again only where it certainly had not arrived, or a person wanted it.
 */
@PeerlineTest
class MessageLifePropertyTest {
    private static final int STEPS = 14;

    /** The arrows of the contract; a text goes back to QUEUED after an attempt that certainly brought it to nobody. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "QUEUED", Set.of("SENDING", "CANCELLED", "DELIVERED"),
            "SENDING", Set.of("SENT", "DELIVERED", "FAILED", "UNKNOWN", "QUEUED", "CANCELLED"),
            "UNKNOWN", Set.of("SENT", "DELIVERED", "FAILED", "QUEUED"),
            "SENT", Set.of("DELIVERED", "FAILED", "QUEUED"),
            "FAILED", Set.of(),
            "CANCELLED", Set.of(),
            "DELIVERED", Set.of());

    private static final Set<FakeAnswer> CERTAINLY_NOT_TAKEN =
            Set.of(FakeAnswer.tooManyRequests(3), FakeAnswer.error(400, 30003));

    private static final List<FakeAnswer> ANSWERS = List.of(
            FakeAnswer.accepted(),
            FakeAnswer.accepted(),
            FakeAnswer.tooManyRequests(3),
            FakeAnswer.html(500),
            FakeAnswer.html(503).thoughAccepted(),
            FakeAnswer.garbage(),
            FakeAnswer.droppedConnection(),
            FakeAnswer.error(400, 21211),
            FakeAnswer.error(400, 30003),
            FakeAnswer.error(400, 59999));
    private static final List<String> REPORTS =
            List.of("queued", "sending", "sent", "delivered", "undelivered", "failed", "canceled");
    private static final List<Optional<Integer>> CODES =
            List.of(Optional.of(30003), Optional.of(30005), Optional.of(30007), Optional.empty());

    private FakeTwilio twilio;

    @Inject
    Jdbi jdbi;

    @Inject
    Outbox outbox;

    @Inject
    OutboxDispatcher dispatcher;

    @Inject
    Programme programme;

    private final SignedWebhook webhook = new SignedWebhook();
    private final List<String> story = new ArrayList<>();

    @BeforeEach
    void fresh_world() {
        programme.reset();
        twilio.reset();
        twilio.clock(new ServiceClock(programme::now));
    }

    @AfterEach
    void nothing_is_left() {
        twilio.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void every_step_follows_an_arrow_and_no_text_is_sent_twice_for_a_doubt(int eighth) {
        var seen = new HashSet<String>();
        for (int seed = eighth * 5; seed < eighth * 5 + 5; seed++) {
            seen.addAll(live(new Random(seed), seed));
        }
        assertTrue(seen.size() >= 4, () -> "too little has happened: " + seen);
    }

    /** Returns the statuses that the text has been in. */
    private Set<String> live(Random random, int seed) {
        var seen = new HashSet<String>();
        fresh_world();
        story.clear();
        story.add("seed " + seed);
        UUID text = owe();
        for (int step = 0; step < STEPS; step++) {
            String before = status(text);
            int posts = twilio.posts().size();
            boolean byHand = false;
            FakeAnswer answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
            twilio.answerAll(answer);
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    story.add("dispatch, answer " + answer.status() + " " + answer.body());
                    dispatcher.dispatchDue();
                }
                case 2 -> report(random);
                case 3 -> {
                    Duration length = Duration.ofSeconds(1L << random.nextInt(14));
                    story.add("time passes: " + length + ", answer " + answer.status() + " " + answer.body());
                    programme.pass(length);
                }
                case 4 -> {
                    story.add("a person sends it again");
                    byHand = QuarkusTransaction.requiringNew().call(() -> outbox.sayAgain(text));
                    assertEquals(Set.of("FAILED", "UNKNOWN").contains(before), byHand, story::toString);
                }
                default -> {
                    story.add("a copy dies with it");
                    jdbi.useHandle(handle -> handle.execute(
                            "update message set status = 'SENDING', send_no = send_no + 1, attempts = attempts + 1,"
                                    + " provider_id = null, claimed_until = ? where id = ? and status = 'QUEUED'",
                            programme.now().minusSeconds(1),
                            text));
                    dispatcher.giveUpLostClaims();
                }
            }
            String now = status(text);
            seen.add(now);
            story.add(before + " -> " + now);
            assertTrue(reachable(byHand ? "QUEUED" : before).contains(now), story::toString);
            int handedOver = twilio.posts().size() - posts;
            assertTrue(handedOver == 0 || before.equals("QUEUED"), () -> "handed over from " + before + ": " + story);
            assertTrue(handedOver <= 1 || CERTAINLY_NOT_TAKEN.contains(answer), story::toString);
        }
        return seen;
    }

    private void report(Random random) {
        List<PostedMessage> posts = twilio.posts();
        if (posts.isEmpty()) {
            return;
        }
        PostedMessage about = posts.get(random.nextInt(posts.size()));
        String status = REPORTS.get(random.nextInt(REPORTS.size()));
        Optional<Integer> code = status.equals("undelivered") || status.equals("failed")
                ? CODES.get(random.nextInt(CODES.size()))
                : Optional.empty();
        int times = 1 + random.nextInt(3);
        story.add(times + " times " + status + " " + code + " of " + about.statusCallback());
        for (int n = 0; n < times; n++) {
            assertEquals(204, webhook.status(about, status, code).statusCode());
        }
    }

    private static Set<String> reachable(String from) {
        var reached = new HashSet<String>(Set.of(from));
        var open = new ArrayDeque<String>(Set.of(from));
        while (!open.isEmpty()) {
            ARROWS.get(open.poll()).stream().filter(reached::add).forEach(open::add);
        }
        return reached;
    }

    private UUID owe() {
        return QuarkusTransaction.requiringNew()
                .call(() -> outbox.say(OwedText.ours(
                        TextKind.NOTICE,
                        new PhoneNumber(FakeTwilioResource.SERVICE_NUMBER),
                        Recipient.stranger(new PhoneNumber("+447400210001")),
                        null,
                        "news",
                        OwedText.Concerns.NOTHING)));
    }

    private String status(UUID text) {
        return jdbi.withHandle(handle -> handle.select("select status from message where id = ?", text)
                .mapTo(String.class)
                .one());
    }
}
