package org.peerline.sms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClockMovesTest {
    private static final Instant NEXT_YEAR = Instant.parse("2027-11-22T09:00:00Z");

    private final SimulatorClock clock = mock(SimulatorClock.class);
    private final PhoneNews news = mock(PhoneNews.class);

    @Test
    void move_that_takes_long_goes_on_after_the_answer_and_lets_no_other_in() throws InterruptedException {
        var muchIsDue = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        doAnswer(telling -> {
                    told.countDown();
                    return null;
                })
                .when(news)
                .tellTime();
        doAnswer(move -> {
                    muchIsDue.await();
                    return null;
                })
                .when(clock)
                .moveTo(any());
        var moves = new ClockMoves(clock, news, Duration.ofMillis(1));

        assertEquals(ClockMoves.Outcome.UNDER_WAY, moves.moveTo(NEXT_YEAR));
        assertEquals(Optional.of(NEXT_YEAR), moves.movingTo());
        assertEquals(ClockMoves.Outcome.BUSY, moves.moveTo(NEXT_YEAR.plusSeconds(1)));

        muchIsDue.countDown();
        assertTrue(told.await(10, TimeUnit.SECONDS), "watchers are told that it has arrived");
        assertEquals(Optional.empty(), moves.movingTo());
    }

    @Test
    void clock_that_could_not_be_moved_takes_the_next_order() {
        var moves = new ClockMoves(clock, news, Duration.ofMinutes(1));
        doThrow(new IllegalStateException("the database is away")).when(clock).moveTo(any());
        assertThrows(IllegalStateException.class, () -> moves.moveTo(NEXT_YEAR));
        assertEquals(Optional.empty(), moves.movingTo());

        doAnswer(move -> null).when(clock).moveTo(any());
        assertEquals(ClockMoves.Outcome.ARRIVED, moves.moveTo(NEXT_YEAR));
    }
}
