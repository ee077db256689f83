package org.peerline.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.audit.Actor;

/** Who is acting now: the caller of the request in hand, or the service itself where nobody has signed in. */
@ApplicationScoped
public class CurrentActor {
    /** Where the identity of a request carries its {@link Caller}. */
    public static final String ATTRIBUTE = "org.peerline.caller";

    private final SecurityIdentity identity;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** As the audit names it. */
    public Actor actor() {
        return caller().actor();
    }

    public Caller caller() {
        if (!Arc.container().requestContext().isActive()) {
            return Caller.system();
        }
        Caller caller = identity.getAttribute(ATTRIBUTE);
        return caller == null ? Caller.system() : caller;
    }
}
