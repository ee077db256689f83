package org.peerline.sms.outbox.tray;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UnderWayTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final UnderWay claims = new UnderWay();

    @Test
    void nobody_waits_where_everything_is_over() {
        claims.begin();
        claims.end();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> claims.awaitNone(LONG));
    }

    @Test
    void whoever_waits_goes_on_with_the_last_end_and_not_before() throws Exception {
        claims.begin();
        claims.begin();
        var over = new CompletableFuture<Void>();
        var waiting = new Thread(() -> {
            try {
                claims.awaitNone(LONG);
                over.complete(null);
            } catch (InterruptedException e) {
                over.completeExceptionally(e);
            }
        });
        waiting.start();
        claims.end();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        });
        assertFalse(over.isDone());
        claims.end();
        over.get(20, TimeUnit.SECONDS);
    }

    @Test
    void what_does_not_end_is_waited_for_no_longer_than_was_said() {
        claims.begin();
        long begun = System.nanoTime();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> claims.awaitNone(SHORT));
        assertTrue(System.nanoTime() - begun >= SHORT.toNanos());
    }
}
