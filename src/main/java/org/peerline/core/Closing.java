package org.peerline.core;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Whether this copy of the service is about to stop. Asked between two pieces of work that goes on for long: what has begun
 * is finished, and nothing more is begun.
 */
@ApplicationScoped
public class Closing {
    private volatile boolean begun;

    /** Before anybody waits for what is under way. */
    void begin(@Observes @Priority(1) ShutdownEvent event) {
        begun = true;
    }

    public boolean hasBegun() {
        return begun;
    }
}
