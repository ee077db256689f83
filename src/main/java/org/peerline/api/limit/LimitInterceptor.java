package org.peerline.api.limit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.util.Optional;
import org.peerline.api.problem.TryLater;
import org.peerline.limits.Limits;

/** Runs before the method's transaction begins, in a short one of its own: see {@link Limited}. */
@Limited
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
public class LimitInterceptor {
    private final Limits limits;
    private final SecurityIdentity identity;

    LimitInterceptor(Limits limits, SecurityIdentity identity) {
        this.limits = limits;
        this.identity = identity;
    }

    @AroundInvoke
    Object count(InvocationContext call) throws Exception {
        Limited limited = call.getMethod().getAnnotation(Limited.class);
        String caller = identity.getPrincipal().getName();
        Optional<Duration> pause = QuarkusTransaction.requiringNew().call(() -> limits.use(limited.value(), caller));
        if (pause.isPresent()) {
            throw TryLater.limitReached(pause.get());
        }
        return call.proceed();
    }
}
