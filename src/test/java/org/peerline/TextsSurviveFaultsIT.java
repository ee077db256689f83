package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.Burst;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.PackagedService;
import org.peerline.testkit.TwoCopies;

/**
 * Two copies of the delivered service on one PostgreSQL, and faults that are really made. Each text of a burst stands on the
 * provider's list, as in life; afterwards each has reached its reader exactly once, or is on record as in doubt.
 */
class TextsSurviveFaultsIT extends FaultsWorld {
    TextsSurviveFaultsIT() {
        super(Map.of());
    }

    @Test
    void a_thousand_texts_over_two_copies_are_each_relayed_once() throws Exception {
        Burst burst = world.burst("thousand", 1000, () -> {});

        assertEquals(1000, burst.accepted());
        world.settled();
        burst.arrivedOnce(0);
    }

    @Test
    void text_that_comes_to_both_copies_at_once_is_relayed_once() throws Exception {
        long before = world.lastOwed();
        var texts = IntStream.range(0, 100).mapToObj(n -> world.form("both", n)).toList();
        List<Callable<Integer>> posts = new ArrayList<>();
        for (Map<String, String> form : texts) {
            posts.add(() -> world.post(0, form));
            posts.add(() -> world.post(1, form));
        }
        for (int status : TwoCopies.all(posts)) {
            assertEquals(200, status);
        }

        world.settled();
        new Burst(world, "both", 100, 100, before).arrivedOnce(0);
    }

    @Test
    void copy_that_is_killed_leaves_nothing_undone() throws Exception {
        Burst burst = world.burst("killed", 300, () -> world.copy(0).kill9());

        world.settled();
        burst.arrivedOnce(64);
    }

    @Test
    void copy_that_is_stopped_ends_soon_and_leaves_nothing_in_doubt() throws Exception {
        var took = new AtomicLong();
        Burst burst = world.burst("stopped", 300, () -> {
            long began = System.nanoTime();
            assertEquals(PackagedService.STOPPED, world.copy(0).stop());
            took.set(System.nanoTime() - began);
        });

        assertTrue(took.get() < Duration.ofSeconds(15).toNanos(), "it took " + Duration.ofNanos(took.get()));
        world.settled();
        burst.arrivedOnce(0);
    }

    @Test
    void database_that_is_killed_and_comes_back_has_lost_nothing() throws Exception {
        Burst burst = world.burst("database", 300, () -> {
            world.database().kill9();
            TwoCopies.await(
                    "not ready", () -> world.copy(0).get("/q/health/ready").statusCode() == 503);
            assertEquals(200, world.copy(0).get("/q/health/live").statusCode());
            world.database().start();
            TwoCopies.await(
                    "ready again", () -> world.copy(0).get("/q/health/ready").statusCode() == 200);
        });

        world.settled();
        burst.arrivedOnce(64);
    }

    @Test
    void connections_cut_before_the_commit_lose_and_double_nothing() throws Exception {
        int before = world.proxy().cuts();
        Burst burst = world.burst("before", 200, () -> world.proxy().cutBeforeCommit(12));

        world.settled();
        world.proxy().cutBeforeCommit(0);
        burst.arrivedOnce(0);
        assertTrue(world.proxy().cuts() > before, "commits were cut off");
    }

    @Test
    void connections_cut_after_the_commit_lose_and_double_nothing() throws Exception {
        int before = world.proxy().cuts();
        Burst burst = world.burst("after", 200, () -> world.proxy().cutAfterCommit(12));

        world.settled();
        world.proxy().cutAfterCommit(0);
        burst.arrivedOnce(0);
        assertTrue(world.proxy().cuts() > before, "answers to commits were cut off");
    }

    @Test
    void one_reader_whose_texts_hang_holds_up_nobody_else() throws Exception {
        world.twilio().answerTo(TwoCopies.peer(0), FakeAnswer.silence());
        world.post(0, world.form("hanging", 0));
        long began = System.nanoTime();

        for (int n = 1; n < TwoCopies.PAIRS; n++) {
            assertEquals(200, world.post(n % 2, world.form("hanging", n)));
        }
        TwoCopies.await(
                "the others have their texts", () -> world.arrived("hanging").size() == TwoCopies.PAIRS);

        assertTrue(System.nanoTime() - began < Duration.ofSeconds(8).toNanos(), "nobody waited for the one that hangs");
        world.twilio().reset();
    }

    @Test
    void logs_for_machines_hold_ids_and_no_number_and_no_word_of_a_text() throws Exception {
        world.burst("confidential", 5, () -> {});
        world.settled();
        var json = new ObjectMapper();
        for (String line : world.copy(1).output().lines().toList()) {
            assertTrue(json.readTree(line).has("message"), line);
        }
        for (int copy = 0; copy < 2; copy++) {
            String log = world.copy(copy).output();
            assertFalse(log.contains("confidential"));
            assertFalse(log.matches("(?s).*447[0-9]{9}.*"), "a number is in the log");
        }
    }
}
