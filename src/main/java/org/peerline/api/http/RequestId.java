package org.peerline.api.http;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;
import org.peerline.core.Identifier;

/**
 * The id of the request in hand: in the {@code X-Request-Id} header of every answer, in {@code instance} of a problem
 * document and on every log line. Always our own: one that a caller sends could carry a name, or forge a log line.
 */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    private static final String KEY = "requestId";

    private RequestId() {}

    static void begin(RoutingContext request) {
        String id = "urn:uuid:" + Identifier.next();
        MDC.put(KEY, id);
        request.response().putHeader(HEADER, id);
    }

    /** The id of the request that this thread works for. */
    public static String current() {
        Object id = MDC.get(KEY);
        return id == null ? "urn:uuid:" + Identifier.next() : id.toString();
    }
}
