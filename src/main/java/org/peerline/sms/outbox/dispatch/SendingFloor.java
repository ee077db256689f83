package org.peerline.sms.outbox.dispatch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.peerline.sms.outbox.dispatch.claim.Claimed;

/**
 * Where claimed texts are sent side by side. One handset's texts go one after the other: a goodbye from one relay number
 * must not come behind the next peer's details from another. Nobody else waits for a text that takes long.
 */
@ApplicationScoped
class SendingFloor {
    private static final int SENDING_AT_ONCE = 32;

    private final ExecutorService threads = Executors.newFixedThreadPool(SENDING_AT_ONCE, run -> {
        var thread = new Thread(run, "sms-send");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Object, CompletableFuture<Void>> lastOfHandset = new ConcurrentHashMap<>();
    private final Queue<Attempt> made = new ConcurrentLinkedQueue<>();
    private final AtomicInteger texts = new AtomicInteger();
    private volatile boolean stopping;

    /** Returns at once; what came of the text is among {@link #takeMade} when the returned future is done. */
    CompletableFuture<Void> send(Claimed text, Function<Claimed, Attempt> attempt) {
        texts.incrementAndGet();
        Object handset = text.handset();
        CompletableFuture<Void> mine = lastOfHandset.compute(handset, (key, earlier) -> {
            Runnable work = () -> {
                try {
                    made.add(stopping ? Attempt.released(text) : attempt.apply(text));
                } finally {
                    texts.decrementAndGet();
                }
            };
            return earlier == null
                    ? CompletableFuture.runAsync(work, threads)
                    : earlier.handleAsync(
                            (done, fault) -> {
                                work.run();
                                return null;
                            },
                            threads);
        });
        return mine.whenComplete((done, fault) -> lastOfHandset.remove(handset, mine));
    }

    /** Done when everything is that is on its way now. */
    CompletableFuture<Void> underWay() {
        return CompletableFuture.allOf(lastOfHandset.values().toArray(CompletableFuture<?>[]::new));
    }

    /** How many more texts may be claimed. */
    int room() {
        return 4 * SENDING_AT_ONCE - texts.get();
    }

    /** What has become of texts since the last call. */
    List<Attempt> takeMade() {
        var taken = new ArrayList<Attempt>();
        for (Attempt next = made.poll(); next != null; next = made.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** It could not be recorded now; it is not forgotten. */
    void putBack(List<Attempt> attempts) {
        made.addAll(attempts);
    }

    /** What has not begun is given back; returns when what has begun is over, or after so long. */
    void finish(Duration atMost) throws InterruptedException {
        stopping = true;
        var last = lastOfHandset.values().toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(last).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException recordedByTheLease) {
            // What is still under way then is in doubt when its lease is over.
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
