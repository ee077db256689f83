package org.peerline.sms.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.peerline.core.BareFault;
import org.peerline.core.DueWork;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSms.OptOut;
import org.peerline.sms.InboundSmsHandler;
import org.peerline.sms.optout.OptOutWords;

/**
 * The mailroom. A text is stored and, in the ordinary case, takes effect in one transaction; when understanding it fails,
 * the bare text is stored instead and tried again later. Either way it is on record before the provider gets its answer.
 * Texts between the same two numbers take effect in the order of their coming, unless an earlier one cannot be understood
 * for minutes; only a wish to stop, or to start again, waits for nobody.
 */
@ApplicationScoped
public class Inbox implements DueWork {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final InboundTexts texts;
    private final KeptTexts kept;
    private final InboundSmsHandler handler;
    private final Turnstile turnstile = new Turnstile();
    private final Counter notProcessed;

    Inbox(InboundTexts texts, KeptTexts kept, InboundSmsHandler handler, MeterRegistry meters) {
        this.texts = texts;
        this.kept = kept;
        this.handler = handler;
        this.notProcessed = meters.counter("peerline.inbound.not.processed");
    }

    /**
     * Takes a text in. Returns only after the commit; a repeat of the same provider id returns without any effect.
     *
     * @throws RuntimeException when it could not be stored at all: the provider must be told to try again
     */
    public void take(InboundSms sms) {
        turnstile.pass(sms.from().e164(), () -> {
            try {
                QuarkusTransaction.requiringNew().run(() -> takeEffect(sms));
            } catch (RuntimeException failed) {
                String id = QuarkusTransaction.requiringNew().call(() -> kept.keepFailed(sms));
                notProcessed.increment();
                LOG.errorf(new BareFault(failed), "An inbound text could not be processed now and is kept as %s", id);
            }
        });
    }

    /**
     * Takes in a text that only the provider's list had. It is kept first and takes effect with the next round, so that one
     * which brings a process down is counted.
     *
     * @return false when it was on record already
     */
    public boolean takeLate(InboundSms sms) {
        return QuarkusTransaction.requiringNew().call(() -> texts.record(sms).isPresent() && kept.keepWaiting(sms));
    }

    private void takeEffect(InboundSms sms) {
        Optional<Boolean> othersWait = texts.record(sms);
        if (othersWait.isEmpty()) {
            return;
        }
        if (othersWait.get() && !waitsForNobody(sms)) {
            kept.keepWaiting(sms);
        } else {
            kept.hand(handler, sms);
        }
    }

    private static boolean waitsForNobody(InboundSms sms) {
        return sms.optOut() == OptOut.STOP
                || sms.optOut() == OptOut.START
                || OptOutWords.isStop(sms.body())
                || OptOutWords.isStart(sms.body());
    }

    /** Tries again what is kept and due. */
    @Override
    public int runDue() {
        int tried = 0;
        while (kept.retryOne(handler)) {
            tried++;
        }
        return tried;
    }

    @Override
    public Optional<Instant> nextDue() {
        return kept.nextDue();
    }
}
