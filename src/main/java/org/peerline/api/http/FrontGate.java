package org.peerline.api.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.peerline.api.problem.ProblemType;

/** What holds for every address before and after the REST doors: request id, headers, size, and what nobody serves. */
@ApplicationScoped
public class FrontGate {
    /** Above every handler of Quarkus itself, whose own limit would answer a too large body with an empty 413. */
    private static final int FIRST = 100_000;

    private static final int LAST = Integer.MAX_VALUE;

    private final Problems problems;
    private final BodyLimit limit;
    private final Slowness slowness;

    FrontGate(Problems problems, BodyLimit limit, Slowness slowness) {
        this.slowness = slowness;
        this.problems = problems;
        this.limit = limit;
    }

    void registerFilter(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    void registerLast(@Observes Router router) {
        router.route().order(LAST).handler(request -> refuse(request, 404));
        for (int status : new int[] {400, 404, 405, 413, 414, 500}) {
            router.errorHandler(status, request -> refuse(request, status));
        }
    }

    private void enter(RoutingContext request) {
        RequestId.begin(request);
        SafeHeaders.put(request);
        if (limit.exceededBy(Slowness.declaredLength(request.request()).orElse(0), request.normalizedPath())) {
            // The body is not read, so the connection cannot serve another request.
            request.response()
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .endHandler(sent -> request.request().connection().close());
            refuse(request, 413);
            return;
        }
        slowness.watch(request);
        request.next();
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
