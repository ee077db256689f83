package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.peerline.testkit.TwoCopies;

/**
 * The first copy takes texts in and sends none; the second sends, and looks for work by itself only every ten seconds. So
 * what leaves at once, leaves because one copy has called the other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneCopyCallsAnotherIT {
    private static final Duration POLL = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private TwoCopies world;
    private int sent;

    @BeforeAll
    void one_copy_takes_in_and_the_other_sends(@TempDir Path temporary) throws Exception {
        world = new TwoCopies(
                temporary.toRealPath(),
                copy -> copy == 0
                        ? Map.of("PEERLINE_CLOCK_ENABLED", "false")
                        : Map.of("PEERLINE_CLOCK_OUTBOX_POLL", POLL.toString()));
    }

    @AfterAll
    void everything_ends() throws Exception {
        world.close();
    }

    @BeforeEach
    void the_second_copy_listens_and_nothing_is_owed() throws Exception {
        TwoCopies.await("somebody listens", () -> world.proxy().everListened() > 0);
        world.settled();
    }

    @Test
    void text_that_is_owed_where_nobody_sends_leaves_at_once() {
        for (int n = 0; n < 5; n++) {
            assertAtOnce(leaves());
        }
    }

    @Test
    void connection_that_is_cut_is_made_again_and_what_was_missed_is_sent_then() {
        int before = world.proxy().everListened();
        world.proxy().cutListeners();

        assertTrue(
                leaves().compareTo(Duration.ofSeconds(16)) < 0, "what was owed meanwhile is found with the next one");

        assertEquals(before + 1, world.proxy().everListened());
        for (int n = 0; n < 5; n++) {
            assertAtOnce(leaves());
        }
    }

    @Test
    void while_nobody_can_listen_texts_are_found_by_looking() {
        world.proxy().refuseListeners(true);

        for (int n = 0; n < 2; n++) {
            Duration took = leaves();
            assertTrue(took.compareTo(POLL.plusSeconds(5)) < 0, "it took " + took);
        }

        int before = world.proxy().everListened();
        world.proxy().refuseListeners(false);
        TwoCopies.await("somebody listens again", () -> world.proxy().everListened() > before);
        for (int n = 0; n < 5; n++) {
            assertAtOnce(leaves());
        }
    }

    @Test
    void connection_that_is_lost_without_a_word_is_noticed() {
        int before = world.proxy().everListened();
        world.proxy().silenceListeners();

        TwoCopies.await("another connection", () -> world.proxy().everListened() > before);

        for (int n = 0; n < 5; n++) {
            assertAtOnce(leaves());
        }
    }

    /** How long a text takes from the copy that owes it to the provider. */
    private Duration leaves() {
        String name = "called" + sent;
        long began = System.nanoTime();
        assertEquals(200, world.post(0, world.form(name, sent++)));
        TwoCopies.await("it leaves", () -> !world.arrived(name).isEmpty());
        assertEquals(Map.of(name + " " + (sent - 1), 1L), world.arrived(name));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void assertAtOnce(Duration took) {
        assertTrue(took.compareTo(AT_ONCE) < 0, "it took " + took);
    }
}
