package org.peerline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounds over works that take long, that fail, and of a copy that stops. */
class ClockworkTest {
    private static final long PATIENCE = 30;

    private final Closing closing = new Closing();
    private final Held held = new Held();
    private final AtomicInteger reminders = new AtomicInteger();
    private final Clockwork clockwork = clockwork(Duration.ofMillis(50));
    private Thread round;

    private Clockwork clockwork(Duration lastPiece) {
        return new Clockwork(List.of(held, work(() -> reminders.incrementAndGet())), closing, true, lastPiece);
    }

    @AfterEach
    void everything_ends() throws InterruptedException {
        held.goOn.countDown();
        if (round != null) {
            round.join();
        }
    }

    @Test
    void work_that_goes_on_for_long_holds_up_no_other_and_is_not_begun_twice() throws Exception {
        aRoundIsHeldUpIn(clockwork);

        clockwork.tick();
        clockwork.tick();

        assertEquals(2, reminders.get());
        assertEquals(1, held.begun.get());
    }

    @Test
    void copy_that_stops_waits_for_what_is_under_way() throws Exception {
        Clockwork patient = clockwork(Duration.ofSeconds(PATIENCE));
        aRoundIsHeldUpIn(patient);
        closing.begin(new ShutdownEvent());

        held.goOn.countDown();
        patient.stop(new ShutdownEvent());

        assertTrue(held.ended);
        assertEquals(0, reminders.get(), "nothing more is begun, by the round under way neither");
    }

    @Test
    void copy_that_stops_does_not_wait_for_long() throws Exception {
        aRoundIsHeldUpIn(clockwork);
        closing.begin(new ShutdownEvent());

        clockwork.stop(new ShutdownEvent());

        assertFalse(held.ended);
        clockwork.tick();
        assertEquals(0, reminders.get());
    }

    @Test
    void whole_round_waits_for_what_another_one_has_in_hand() throws Exception {
        aRoundIsHeldUpIn(clockwork);
        var whole = new Thread(clockwork::runDue);
        whole.start();
        while (whole.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertEquals(0, reminders.get());

        held.goOn.countDown();
        whole.join();

        assertEquals(2, held.begun.get());
        assertTrue(reminders.get() >= 1);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void work_that_fails_leaves_the_others_alone(Class<? extends Throwable> kind) throws Exception {
        Throwable fault = kind.getDeclaredConstructor().newInstance();
        DueWork broken = work(() -> {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        });
        var some =
                new Clockwork(List.of(broken, work(() -> reminders.incrementAndGet())), closing, true, Duration.ZERO);

        assertEquals(1, some.runDue());
        assertEquals(2, some.runDue());
    }

    @Test
    void works_that_are_held_up_take_no_more_threads_than_there_are_rounds() throws Exception {
        List<Held> many = Stream.generate(Held::new).limit(9).toList();
        var some = new Clockwork(List.copyOf(many), closing, true, Duration.ZERO);
        var rounds = new ArrayList<Thread>();
        for (int n = 0; n < 6; n++) {
            rounds.add(new Thread(some::tick));
            rounds.get(n).start();
            assertTrue(many.get(n).isBegun.await(PATIENCE, TimeUnit.SECONDS));
        }

        some.tick();

        assertEquals(6, many.stream().filter(work -> work.begun.get() > 0).count());
        many.forEach(work -> work.goOn.countDown());
        for (Thread round : rounds) {
            round.join();
        }
        assertEquals(9, many.stream().filter(work -> work.ended).count(), "those rounds do the rest");
    }

    @Test
    void copy_without_a_clock_begins_nothing_by_itself() {
        new Clockwork(List.of(work(() -> reminders.incrementAndGet())), closing, false, Duration.ZERO).tick();

        assertEquals(0, reminders.get());
    }

    private void aRoundIsHeldUpIn(Clockwork some) throws InterruptedException {
        round = new Thread(some::tick);
        round.start();
        assertTrue(held.isBegun.await(PATIENCE, TimeUnit.SECONDS));
    }

    private interface Run {
        int once();
    }

    private static DueWork work(Run run) {
        return new DueWork() {
            @Override
            public int runDue() {
                return run.once();
            }

            @Override
            public Optional<Instant> nextDue() {
                return Optional.empty();
            }
        };
    }

    /** A long table, or a provider that says nothing. */
    private static final class Held implements DueWork {
        private final CountDownLatch isBegun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger begun = new AtomicInteger();
        private volatile boolean ended;

        @Override
        public int runDue() {
            begun.incrementAndGet();
            isBegun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            ended = true;
            return 0;
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.empty();
        }
    }
}
