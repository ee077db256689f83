package org.peerline.api.slow;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells {@link SlowHead} that a request is whole so far, and ends the connection of whoever has announced a body and does
 * not bring it. A client that sends a byte now and then is
 * never idle, so the server's own time-out would wait for it as long as it likes.
 */
@Singleton
public class SlowBodies {
    private final long longestMillis;

    SlowBodies(@ConfigProperty(name = "peerline.limit.body-time", defaultValue = "PT20S") Duration longest) {
        this.longestMillis = longest.toMillis();
    }

    public void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        SlowHead.arrived(request);
        context.addEndHandler(answered -> SlowHead.answered(request));
        boolean body = request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || !"0".equals(request.headers().get(HttpHeaders.CONTENT_LENGTH))
                        && request.headers().contains(HttpHeaders.CONTENT_LENGTH);
        if (!body) {
            return;
        }
        long timer = context.vertx().setTimer(longestMillis, late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        context.addEndHandler(answered -> context.vertx().cancelTimer(timer));
    }
}
