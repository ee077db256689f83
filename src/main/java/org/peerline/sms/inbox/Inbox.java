package org.peerline.sms.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.peerline.core.BareFault;
import org.peerline.core.DueWork;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSmsHandler;

/**
 * The mailroom. A text is stored and, in the ordinary case, takes effect in one transaction; when understanding it fails,
 * the bare text is stored instead and tried again later. Either way it is on record before the provider gets its answer.
 */
@ApplicationScoped
public class Inbox implements DueWork {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final InboundTexts texts;
    private final InboundSmsHandler handler;

    Inbox(InboundTexts texts, InboundSmsHandler handler) {
        this.texts = texts;
        this.handler = handler;
    }

    /**
     * Takes a text in. Returns only after the commit; a repeat of the same provider id returns without any effect.
     *
     * @throws RuntimeException when it could not be stored at all: the provider must be told to try again
     */
    public void take(InboundSms sms) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (texts.recordNew(sms)) {
                    handler.handle(sms);
                }
            });
        } catch (RuntimeException failed) {
            String id = texts.keepForLater(sms);
            LOG.errorf(new BareFault(failed), "An inbound text could not be processed now and is kept as %s", id);
        }
    }

    /** Tries again what is kept and due. */
    @Override
    public int runDue() {
        int tried = 0;
        while (texts.retryOne(handler)) {
            tried++;
        }
        return tried;
    }

    @Override
    public Optional<Instant> nextDue() {
        return texts.nextDue();
    }
}
