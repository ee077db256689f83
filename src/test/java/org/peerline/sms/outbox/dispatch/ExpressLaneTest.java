package org.peerline.sms.outbox.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.core.Party;
import org.peerline.privacy.BlindIndex;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSmsHandler;
import org.peerline.sms.optout.OptOuts;
import org.peerline.sms.outbox.tray.DispatchSignal;
import org.peerline.sms.outbox.tray.ExpressLane;
import org.peerline.sms.outbox.tray.Neighbours;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.TwilioIds;

/** The short way from owing a text to sending it, and the call to other copies where there is none. */
@PeerlineTest
class ExpressLaneTest extends RestWorld {
    @Inject
    ExpressLane lane;

    @Inject
    OutboxDispatcher dispatcher;

    @Inject
    OutboxListener listener;

    @Inject
    Neighbours neighbours;

    @Inject
    DispatchSignal signal;

    @Inject
    InboundSmsHandler frontDesk;

    @Inject
    OptOuts optOuts;

    @Inject
    BlindIndex blindIndex;

    @Inject
    Pairs pairs;

    @Inject
    Jdbi jdbi;

    private Pair pair;

    @BeforeEach
    void two_people_have_been_heard() {
        pair = pairs.newPair();
        pair.text(REQUESTER, "Hello").text(PEER, "Hello");
        programme.settle();
        twilio.reset();
        lane.serve(dispatcher.counter());
    }

    @AfterEach
    void nobody_serves_the_lane() throws InterruptedException {
        lane.close();
        // What has left by the lane must not arrive during the next test.
        dispatcher.dispatchDue();
    }

    @Test
    void text_leaves_after_its_commit_without_being_looked_for() {
        textTogether(REQUESTER, "How are you?");

        assertTrue(twilio.awaitPosts(1).get(0).body().endsWith("How are you?"));
        dispatcher.dispatchDue();
        assertEquals(List.of("SENT"), statuses("How are you?"));
        assertEquals(1, twilio.posts().size());
    }

    @Test
    void text_waits_its_turn_behind_an_earlier_one_of_its_conversation() throws InterruptedException {
        lane.close();
        QuarkusTransaction.requiringNew().run(() -> frontDesk.handle(sms(REQUESTER, "first")));
        lane.serve(dispatcher.counter());

        textTogether(REQUESTER, "second");

        assertEquals(
                List.of(), twilio.posts().stream().map(post -> post.body()).toList(), "nothing may overtake the first");
        programme.settle();
        assertEquals(
                List.of("first", "second"),
                twilio.posts().stream()
                        .map(post -> post.body().substring(post.body().indexOf(": ") + 2))
                        .toList());
    }

    @Test
    void only_the_first_of_several_texts_of_a_conversation_takes_the_short_way() {
        textTogether(REQUESTER, "first", "second", "third");

        twilio.awaitPosts(1);
        settleBehindTheLane();
        assertEquals(
                List.of("first", "second", "third"),
                twilio.posts().stream()
                        .map(post -> post.body().substring(post.body().indexOf(": ") + 2))
                        .toList());
    }

    @Test
    void details_of_the_next_peer_wait_for_what_the_number_of_this_one_says() {
        programme.peer(Samples.peer("Dr Bryn T", "Bryn Thomas", "+447700900777", "7654321"));
        textTogether(REQUESTER, "CHANGE");
        twilio.awaitPosts(1);
        settleBehindTheLane();
        jdbi.useHandle(handle -> handle.execute("update message set status = 'SENDING', claimed_until = 'infinity',"
                + " sent_at = null where id = (select id from message order by seq desc limit 1)"));

        textTogether(REQUESTER, "OK");

        assertEquals(1, toRequester().size(), "the question is still on its way");
        jdbi.useHandle(handle -> handle.execute("update message set status = 'SENT' where status = 'SENDING'"));
        programme.settle();
        assertEquals(List.of("Shall", "This", "Your"), toRequester());
    }

    @Test
    void text_to_somebody_who_has_opted_out_is_not_sent_and_fails_visibly() {
        optOuts.optOut(blindIndex.of(pair.number(PEER)), OptOuts.Via.TEXT, programme.now(), false);

        textTogether(REQUESTER, "Are you there?");
        programme.settle();

        assertEquals(List.of("FAILED"), statuses("Are you there?"));
        assertTrue(twilio.posts().stream().noneMatch(post -> post.body().contains("Are you there?")));
    }

    @Test
    void nothing_is_sent_of_what_was_rolled_back() {
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    frontDesk.handleTogether(List.of(sms(REQUESTER, "never said")));
                    throw new IllegalStateException("after all");
                }));

        programme.settle();
        assertEquals(0, twilio.posts().size());
        textTogether(REQUESTER, "said");
        twilio.awaitPosts(1);
        settleBehindTheLane();
    }

    @Test
    void another_copy_is_woken_at_once() throws InterruptedException {
        signal.takeLook();
        listener.start();
        try {
            assertTrue(isToldToLook(), "it looks when it begins to listen");

            neighbours.call();

            assertTrue(isToldToLook(), "it was called");
        } finally {
            listener.stop();
        }
    }

    /**
     * A text that left by the lane has arrived, but its answer may still be on its way. Nothing is due in its conversation
     * until then, so that settling alone might find nothing to do and leave what waits behind it.
     */
    private void settleBehindTheLane() {
        dispatcher.dispatchDue();
        programme.settle();
    }

    /** A text that has just been sent wakes the dispatcher too; only the listener tells it to look. */
    private boolean isToldToLook() throws InterruptedException {
        boolean woken = true;
        while (woken && !signal.takeLook()) {
            woken = signal.await(Duration.ofSeconds(10));
        }
        return woken;
    }

    /** How each text to the requester begins. */
    private List<String> toRequester() {
        return twilio.posts().stream()
                .filter(post -> post.to().equals(pair.number(REQUESTER).e164()))
                .map(post -> post.body().substring(0, post.body().indexOf(' ')))
                .toList();
    }

    private void textTogether(Party sender, String... bodies) {
        QuarkusTransaction.requiringNew()
                .run(() -> frontDesk.handleTogether(
                        List.of(bodies).stream().map(body -> sms(sender, body)).toList()));
    }

    private InboundSms sms(Party sender, String body) {
        return new InboundSms(
                TwilioIds.message(),
                pair.number(sender),
                pair.relayNumber(),
                body,
                0,
                InboundSms.OptOut.NONE,
                programme.now(),
                false);
    }

    /** How the texts stand that pass these words on. */
    private List<String> statuses(String words) {
        return pairs.statusesOf(pair.assignment(), words);
    }
}
