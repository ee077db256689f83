package org.peerline.sms.outbox.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.gateway.SendResult;
import org.peerline.sms.outbox.gateway.SmsSender;

/**
 * Takes due texts out of the out-tray and hands them to the gateway: claimed together, sent side by side outside any
 * transaction, recorded together. Any number of replicas may run it.
 */
@ApplicationScoped
public class OutboxDispatcher {
    private static final Logger LOG = Logger.getLogger(OutboxDispatcher.class);
    private static final int BATCH = 64;
    private static final int SENDING_AT_ONCE = 32;

    private final OutboxClaims claims;
    private final OutboxResults results;
    private final TextsOfDay textsOfDay;
    private final Instance<SmsSender> sender;
    private final TimeSource time;
    private final ExecutorService sending = Executors.newFixedThreadPool(SENDING_AT_ONCE, run -> {
        var thread = new Thread(run, "sms-send");
        thread.setDaemon(true);
        return thread;
    });

    OutboxDispatcher(
            OutboxClaims claims,
            OutboxResults results,
            TextsOfDay textsOfDay,
            Instance<SmsSender> sender,
            TimeSource time) {
        this.textsOfDay = textsOfDay;
        this.claims = claims;
        this.results = results;
        this.sender = sender;
        this.time = time;
    }

    /**
     * One round: everything due now, up to a batch.
     *
     * @return how many texts were claimed; zero means nothing is due
     */
    public int dispatchDue() {
        int allowed = textsOfDay.allowed(BATCH);
        List<Claimed> due = allowed == 0 ? List.of() : claims.claim(allowed);
        textsOfDay.used(due.size());
        if (!due.isEmpty()) {
            // One handset's texts go one after the other: a goodbye from one relay number must not come behind the next
            // peer's details from another.
            var handsets = due.stream()
                    .collect(Collectors.groupingBy(OutboxDispatcher::handset, LinkedHashMap::new, Collectors.toList()));
            var attempts = new ArrayList<CompletableFuture<List<Attempt>>>(handsets.size());
            handsets.values()
                    .forEach(texts -> attempts.add(CompletableFuture.supplyAsync(
                            () -> texts.stream().map(this::attempt).toList(), sending)));
            List<Attempt> made = attempts.stream()
                    .map(CompletableFuture::join)
                    .flatMap(List::stream)
                    .toList();
            QuarkusTransaction.requiringNew().run(() -> results.record(made));
        }
        return due.size();
    }

    /** Texts whose replica died between claiming and recording: whether they went out is unknown. */
    public int giveUpLostClaims() {
        return QuarkusTransaction.requiringNew().call(results::markLostClaims);
    }

    /** A text that cannot be read any more goes nowhere and waits for nobody. */
    private static Object handset(Claimed text) {
        return text.sms() == null ? text.id() : text.sms().to();
    }

    private Attempt attempt(Claimed text) {
        var now = time.now();
        return AttemptPlan.beforeSending(text, now).orElseGet(() -> {
            SendResult result;
            try {
                result = sender.get().send(text.sms());
            } catch (RuntimeException brokenPromise) {
                // A gateway must not throw; if one does, the text may be out, so it must not be tried again.
                LOG.errorf(
                        "The gateway threw %s for message %s",
                        brokenPromise.getClass().getName(), text.id());
                result = new SendResult.Ambiguous("gateway_fault");
            }
            if (result instanceof SendResult.SenderBroken broken) {
                LOG.errorf(
                        "The provider refuses our account or number (code %s); texts wait until that is mended",
                        broken.code());
            }
            return AttemptPlan.after(text, result, now, ThreadLocalRandom.current());
        });
    }

    @PreDestroy
    void close() {
        sending.shutdown();
    }
}
