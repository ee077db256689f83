package org.peerline.sms.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
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
    private final Reception reception;

    Inbox(InboundTexts texts, InboundSmsHandler handler, Reception reception) {
        this.texts = texts;
        this.handler = handler;
        this.reception = reception;
    }

    /**
     * Takes a text in; it may share its transaction with others that come in at the same time. Done only after the
     * commit; a repeat of the same provider id is done without any effect. Two texts of one sender are taken in the order
     * of the calls.
     *
     * @return fails when the text could not be stored at all: the provider must be told to try again
     */
    public CompletionStage<Void> receive(InboundSms sms) {
        return reception.receive(sms, this::takeTogether, this::takeAlone);
    }

    /**
     * The same for a caller who waits.
     *
     * @throws RuntimeException when it could not be stored at all
     */
    public void take(InboundSms sms) {
        try {
            receive(sms).toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException fault ? fault : failed;
        }
    }

    /** All or nothing: whatever goes wrong with one of them, none has taken effect. */
    private void takeTogether(List<InboundSms> arrived) {
        QuarkusTransaction.requiringNew().run(() -> {
            List<InboundSms> fresh = texts.recordNew(arrived);
            if (!fresh.isEmpty()) {
                handler.handleTogether(fresh);
            }
        });
    }

    private void takeAlone(InboundSms sms) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (!texts.recordNew(List.of(sms)).isEmpty()) {
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
