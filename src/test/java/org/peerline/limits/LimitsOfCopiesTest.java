package org.peerline.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.core.TimeSource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;

/** Several copies of the service on one database, each with a clock of its own. */
@PeerlineTest
class LimitsOfCopiesTest extends RestWorld {
    private static final Limit FIVE_A_DAY = Limit.INTAKE_PER_NUMBER;

    @Inject
    Jdbi jdbi;

    @Inject
    LimitConfig config;

    private final TimeSource oneClock = new TimeSource();
    private final TimeSource otherClock = new TimeSource();
    private Limits one;
    private Limits other;

    @BeforeEach
    void two_copies() {
        oneClock.moveTo(programme.now());
        otherClock.moveTo(programme.now());
        one = new Limits(jdbi, config, oneClock);
        other = new Limits(jdbi, config, otherClock);
    }

    private static int taken(Limits copy, int tries) {
        return (int) IntStream.range(0, tries)
                .filter(use -> copy.use(FIVE_A_DAY, "a").isEmpty())
                .count();
    }

    @Test
    void what_one_copy_has_used_the_other_has_not() {
        assertEquals(3, taken(one, 3));
        assertEquals(2, taken(other, 9));
        assertEquals(0, taken(one, 9));
    }

    @Test
    void copies_that_use_it_at_the_same_moment_get_no_more_than_there_is() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> tries = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(use -> () -> taken(use % 2 == 0 ? one : other, 1))
                    .toList();
            int sum = 0;
            for (var result : threads.invokeAll(tries)) {
                sum += result.get();
            }
            assertEquals(5, sum);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void clock_that_runs_a_little_behind_gives_nothing_more() {
        otherClock.moveTo(programme.now().minus(Duration.ofMinutes(4)));
        assertEquals(5, taken(one, 9));

        assertEquals(0, taken(other, 9));
        Duration pause = other.use(FIVE_A_DAY, "a").orElseThrow();
        assertTrue(pause.compareTo(Duration.ofHours(5)) < 0, pause + "");
    }

    @Test
    void clock_that_was_far_ahead_and_was_put_right_locks_nobody_out() {
        oneClock.moveTo(programme.now().plus(Duration.ofDays(30)));
        assertEquals(5, taken(one, 9));

        oneClock.moveTo(programme.now());

        assertEquals(5, taken(one, 9), "as if nothing had been used");
        assertEquals(0, taken(other, 9), "and for all copies the same");
    }

    @Test
    void clock_that_steps_forward_gives_one_whole_allowance_and_no_more() {
        assertEquals(5, taken(one, 9));

        oneClock.moveTo(programme.now().plus(Duration.ofDays(3)));

        assertEquals(5, taken(one, 9));
    }
}
