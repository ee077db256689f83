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
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;

/** Runs before the method's transaction begins, in a short one of its own: see {@link Limited}. */
@Limited
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
public class LimitInterceptor {
    private final Limits limits;
    private final ShownLately shown;
    private final SecurityIdentity identity;

    LimitInterceptor(Limits limits, ShownLately shown, SecurityIdentity identity) {
        this.limits = limits;
        this.shown = shown;
        this.identity = identity;
    }

    @AroundInvoke
    Object count(InvocationContext call) throws Exception {
        Limit limit = call.getMethod().getAnnotation(Limited.class).value();
        String caller = identity.getPrincipal().getName();
        if (limit != Limit.READS_PER_KEY) {
            use(limit, caller);
            return call.proceed();
        }
        String thing = String.valueOf(call.getParameters()[0]);
        if (!shown.contains(caller, thing)) {
            use(limit, caller);
        }
        Object answer = call.proceed();
        shown.add(caller, thing);
        return answer;
    }

    private void use(Limit limit, String caller) {
        Optional<Duration> pause = QuarkusTransaction.requiringNew().call(() -> limits.use(limit, caller));
        if (pause.isPresent()) {
            throw TryLater.limitReached(pause.get());
        }
    }
}
