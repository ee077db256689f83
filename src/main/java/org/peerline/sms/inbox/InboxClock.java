package org.peerline.sms.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** The thin trigger that lets kept texts be tried again. */
@ApplicationScoped
class InboxClock {
    private final Inbox inbox;

    InboxClock(Inbox inbox) {
        this.inbox = inbox;
    }

    @Scheduled(every = "{peerline.clock.inbox-retry}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void retry() {
        inbox.retryDue();
    }
}
