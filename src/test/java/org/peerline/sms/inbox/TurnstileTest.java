package org.peerline.sms.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private final Turnstile turnstile = new Turnstile();

    @Test
    void texts_of_one_sender_pass_in_the_order_of_their_coming() throws Exception {
        List<Integer> passed = Collections.synchronizedList(new ArrayList<>());
        var first = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        threads.add(start(() -> turnstile.pass("sam", () -> await(first))));
        waitUntilBlocked(threads.get(0));
        for (int n = 1; n <= 20; n++) {
            int text = n;
            threads.add(start(() -> turnstile.pass("sam", () -> passed.add(text))));
            waitUntilBlocked(threads.get(n));
        }

        first.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertEquals(IntStream.rangeClosed(1, 20).boxed().toList(), passed);
    }

    @Test
    void other_senders_do_not_wait() throws Exception {
        var held = new CountDownLatch(1);
        var passed = new CountDownLatch(1);
        Thread slow = start(() -> turnstile.pass("sam", () -> await(held)));
        waitUntilBlocked(slow);

        start(() -> turnstile.pass("amara", passed::countDown));

        assertTrue(passed.await(10, TimeUnit.SECONDS));
        held.countDown();
        slow.join();
    }

    @Test
    void fault_in_one_text_lets_the_next_one_pass() {
        assertThrows(
                IllegalStateException.class,
                () -> turnstile.pass("sam", () -> {
                    throw new IllegalStateException();
                }));
        var passed = new ArrayList<String>();

        turnstile.pass("sam", () -> passed.add("next"));

        assertEquals(List.of("next"), passed);
    }

    private static Thread start(Runnable work) {
        var thread = new Thread(work);
        thread.start();
        return thread;
    }

    private static void waitUntilBlocked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
