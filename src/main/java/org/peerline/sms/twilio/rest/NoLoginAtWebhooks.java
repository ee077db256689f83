package org.peerline.sms.twilio.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import org.peerline.sms.twilio.TwilioPaths;

/**
 * The provider signs and does not log in. Quarkus prepares each request for a login that fails, and for that builds its
 * table of all doors anew (3.37: {@code ObservabilityIntegrationRecorder.setTemplatePath}), a tenth of the time that a
 * webhook spends on its thread; it does so only where nobody else has said what to do.
 */
@Singleton
class NoLoginAtWebhooks {
    /** Where Quarkus authenticates; what has the same place and is an application's comes behind it. */
    private static final int AUTHENTICATION = 200;

    private static final BiConsumer<RoutingContext, Throwable> FAIL = RoutingContext::fail;

    void register(@Observes Filters filters) {
        filters.register(NoLoginAtWebhooks::prepare, AUTHENTICATION);
    }

    private static void prepare(RoutingContext request) {
        if (request.normalizedPath().startsWith(TwilioPaths.ROOT)) {
            request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, FAIL);
        }
        request.next();
    }
}
