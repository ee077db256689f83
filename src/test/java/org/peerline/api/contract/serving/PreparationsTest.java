package org.peerline.api.contract.serving;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PreparationsTest {
    private final Preparations preparations = new Preparations();

    @Test
    void nothing_is_done_before_somebody_needs_it_and_then_everything_once_and_in_order() throws Exception {
        var done = new ArrayList<String>();
        preparations.putOff(() -> done.add("json"));
        preparations.putOff(() -> done.add("yaml"));
        assertEquals(List.of(), done);

        preparations.finish();
        preparations.finish();

        assertEquals(List.of("json", "yaml"), done);
    }

    @Test
    void it_finds_what_whoever_put_it_off_would_have_found() throws Exception {
        var seen = new AtomicReference<ClassLoader>();
        preparations.putOff(() -> {
            seen.set(Thread.currentThread().getContextClassLoader());
            return null;
        });

        var stranger = new Thread(() -> assertDoesNotThrow(preparations::finish));
        stranger.setContextClassLoader(null);
        stranger.start();
        stranger.join();

        assertEquals(Thread.currentThread().getContextClassLoader(), seen.get());
    }

    @Test
    void many_who_ask_at_once_wait_for_one_preparation() throws Exception {
        var times = new AtomicInteger();
        preparations.putOff(() -> {
            Thread.yield();
            return times.incrementAndGet();
        });
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> asks = () -> {
                preparations.finish();
                return times.get();
            };
            for (var answer : threads.invokeAll(List.of(asks, asks, asks, asks, asks, asks, asks, asks))) {
                assertEquals(1, answer.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void one_that_failed_is_tried_again_by_the_next_who_asks() throws Exception {
        var tries = new AtomicInteger();
        preparations.putOff(() -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("out of memory for once");
            }
            return null;
        });

        assertThrows(IllegalStateException.class, preparations::finish);
        preparations.finish();

        assertEquals(2, tries.get());
    }
}
