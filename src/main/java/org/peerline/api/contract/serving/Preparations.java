package org.peerline.api.contract.serving;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What has been put off until the service is up: done a little later by itself, or earlier by whoever needs it. */
@ApplicationScoped
class Preparations {
    private static final Logger LOG = Logger.getLogger(Preparations.class);

    private static final Duration AFTER_THE_START = Duration.ofSeconds(10);

    private final Deque<Callable<Object>> putOff = new ArrayDeque<>();

    /** It will see the resources that its caller sees now, whichever thread does it. */
    synchronized void putOff(Callable<Object> preparation) {
        ClassLoader resources = Thread.currentThread().getContextClassLoader();
        putOff.add(() -> {
            Thread thread = Thread.currentThread();
            ClassLoader own = thread.getContextClassLoader();
            thread.setContextClassLoader(resources);
            try {
                return preparation.call();
            } finally {
                thread.setContextClassLoader(own);
            }
        });
    }

    /** Returns when everything that was put off has been done, by whomever. */
    synchronized void finish() throws Exception {
        while (!putOff.isEmpty()) {
            // One that fails is tried again by whoever needs it, who is told then.
            putOff.element().call();
            putOff.remove();
        }
    }

    /** A little later, because the first who are served come at once and the processors still compile for them. */
    void whenUp(@Observes StartupEvent up) {
        CompletableFuture.delayedExecutor(AFTER_THE_START.toSeconds(), TimeUnit.SECONDS)
                .execute(this::finishQuietly);
    }

    private void finishQuietly() {
        try {
            finish();
        } catch (Exception toldToWhoeverAsks) {
            LOG.error("The contract cannot be written now", toldToWhoeverAsks);
        }
    }
}
