package org.peerline.api.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.peerline.api.problem.ProblemType;
import org.peerline.api.slow.SlowBodies;

/** What holds for every address before and after the REST doors: request id, headers, size, and what nobody serves. */
@ApplicationScoped
public class FrontGate {
    /** Above every handler of Quarkus itself, whose own limit would answer a too large body with an empty 413. */
    private static final int FIRST = 100_000;

    /** Whatever else is asked for, such as TRACE, would be answered by nobody on purpose. */
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);

    private static final int LAST = Integer.MAX_VALUE;
    private static final long LONGEST_FAREWELL_MILLIS = 2_000;

    private final Problems problems;
    private final BodyLimit limit;
    private final SlowBodies slowBodies;

    FrontGate(Problems problems, BodyLimit limit, SlowBodies slowBodies) {
        this.slowBodies = slowBodies;
        this.problems = problems;
        this.limit = limit;
    }

    void registerFilter(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    void registerLast(@Observes Router router) {
        // What is refused before any filter, such as a request to no host, would be answered in somebody else's words.
        router.route().order(Integer.MIN_VALUE).failureHandler(this::refuseWhatNeverEntered);
        router.route().order(LAST).handler(request -> refuse(request, 404));
        for (int status : new int[] {400, 404, 405, 413, 414, 500}) {
            router.errorHandler(status, request -> refuse(request, status));
        }
    }

    private void enter(RoutingContext request) {
        RequestId.begin(request);
        SafeHeaders.put(request);
        if (!isSpoken(request.request())) {
            return;
        }
        if (!METHODS.contains(request.request().method())) {
            refuse(request, 405);
            return;
        }
        if (limit.exceededBy(SlowBodies.declaredLength(request.request()).orElse(0), request.normalizedPath())) {
            // The body is of no use, so the connection cannot serve another request.
            request.response().putHeader(HttpHeaders.CONNECTION, "close").endHandler(sent -> closeWhenWritten(request));
            refuse(request, 413);
            return;
        }
        slowBodies.watch(request);
        request.next();
    }

    /** Closed under a client that still writes, a connection breaks, and the client never reads why. */
    private static void closeWhenWritten(RoutingContext request) {
        HttpServerRequest thrownAway = request.request();
        if (thrownAway.isEnded()) {
            thrownAway.connection().close();
            return;
        }
        long timer = request.vertx()
                .setTimer(
                        LONGEST_FAREWELL_MILLIS, late -> thrownAway.connection().close());
        thrownAway.connection().closeHandler(closed -> request.vertx().cancelTimer(timer));
        thrownAway
                .handler(bytes -> {})
                .endHandler(whole -> thrownAway.connection().close());
        thrownAway.resume();
    }

    private void refuseWhatNeverEntered(RoutingContext request) {
        if (request.response().headers().contains(RequestId.HEADER)) {
            request.next();
        } else {
            RequestId.begin(request);
            SafeHeaders.put(request);
            refuse(request, 400);
        }
    }

    /** A version of HTTP that nobody knows has been refused, and its connection closed, when this is false. */
    private static boolean isSpoken(HttpServerRequest request) {
        try {
            return request.version() != null;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    private void refuse(RoutingContext request, int status) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problems.document(ProblemType.of(status), WebDetails.of(status)));
    }
}
