package org.peerline.sms.inbox.late;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;
import org.peerline.sms.InboundSms;
import org.peerline.sms.ListTurn;
import org.peerline.sms.inbox.Inbox;
import org.peerline.sms.inbox.late.ReceivedTexts.Received;

/**
 * Compares the provider's list of inbound texts with ours, at each start and from time to time, and takes in what webhooks
 * have lost: once, marked late, in the order in which people sent it.
 */
@ApplicationScoped
class TakeInLateTexts implements DueWork {
    private static final Logger LOG = Logger.getLogger(TakeInLateTexts.class);

    private final ListTurn turn;
    private final Instance<ReceivedTexts> received;
    private final Inbox inbox;
    private final ReconcilePlan plan;
    private final TimeSource time;
    private final boolean enabled;
    private final Counter takenIn;
    private final Counter failed;
    private final Queue<Received> mayStillCome = new ConcurrentLinkedQueue<>();

    TakeInLateTexts(
            Jdbi jdbi,
            Instance<ReceivedTexts> received,
            Inbox inbox,
            LateConfig config,
            TimeSource time,
            @ConfigProperty(name = "peerline.clock.enabled", defaultValue = "true") boolean enabled,
            MeterRegistry meters) {
        this.turn = new ListTurn(jdbi, ListTurn.Which.RECEIVED, config.every());
        this.received = received;
        this.inbox = inbox;
        this.plan = new ReconcilePlan(config.firstLook());
        this.time = time;
        this.enabled = enabled;
        this.takenIn = meters.counter("peerline.inbound.late");
        this.failed = meters.counter("peerline.reconciliation.failed");
    }

    void wanted(@Observes StartupEvent start) {
        if (enabled) {
            QuarkusTransaction.requiringNew().run(() -> turn.wanted(time.now()));
        }
    }

    @Override
    public int runDue() {
        Instant now = time.now();
        return takeIn(lost(waitedFor(), now)) + compare(now);
    }

    private int compare(Instant now) {
        Optional<ListTurn.Turn> taken = QuarkusTransaction.requiringNew().call(() -> turn.take(now));
        if (taken.isEmpty()) {
            return 0;
        }
        try {
            Instant since = plan.since(now, taken.get().seenUntil());
            int lost = takeIn(lost(received.get().since(since), now));
            QuarkusTransaction.requiringNew().run(() -> turn.done(now));
            return lost;
        } catch (ReceivedTexts.Closed closed) {
            failed.increment();
            LOG.warnf("The provider's list of inbound texts cannot be read now (%s)", closed.getMessage());
            QuarkusTransaction.requiringNew().run(() -> turn.failed(now));
            return 0;
        }
    }

    private List<Received> waitedFor() {
        return Stream.generate(mayStillCome::poll).takeWhile(Objects::nonNull).toList();
    }

    /** Those of them whose webhook cannot come any more; the others wait for it here, and are on the next list as well. */
    private List<Received> lost(List<Received> listed, Instant now) {
        listed.stream().filter(text -> !plan.isLost(text.at(), now)).forEach(mayStillCome::add);
        return listed.stream().filter(text -> plan.isLost(text.at(), now)).toList();
    }

    private int takeIn(List<Received> lost) {
        int taken = 0;
        for (Received text : lost) {
            if (inbox.takeLate(late(text))) {
                taken++;
            }
        }
        if (taken > 0) {
            takenIn.increment(taken);
            LOG.warnf("%d texts came in that no webhook had brought", taken);
        }
        return taken;
    }

    private static InboundSms late(Received text) {
        return new InboundSms(
                text.providerId(),
                text.from(),
                text.to(),
                text.body(),
                text.pictures(),
                InboundSms.OptOut.NONE,
                text.at(),
                true);
    }

    /** Housekeeping of no meaning for anybody's clock. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
