package org.peerline.api.slow;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells {@link SlowHead} that a request is whole so far, and ends the connection of whoever has announced a body and does
 * not bring it. A client that sends a byte now and then is
 * never idle, so the server's own time-out would wait for it as long as it likes.
 */
@Singleton
public class SlowBodies {
    private static final String THERE = "peerline.body-is-there";

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
            if (!isThere(context)) {
                request.connection().close();
            }
        });
        context.addEndHandler(answered -> context.vertx().cancelTimer(timer));
    }

    /** All of the body has been read: what takes long from now on is our work. */
    public static void bodyIsThere(RoutingContext context) {
        context.put(THERE, true);
    }

    private static boolean isThere(RoutingContext context) {
        HttpServerRequest request = context.request();
        // A body of some size that has been read whole is not always called ended.
        return request.isEnded()
                || context.get(THERE) != null
                || request.bytesRead() >= declaredLength(request).orElse(Long.MAX_VALUE);
    }

    /** How long a request says that its body is; empty where it does not say so, or nothing that can be read. */
    public static OptionalLong declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
        } catch (NumberFormatException unreadable) {
            return OptionalLong.empty();
        }
    }
}
