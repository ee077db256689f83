package org.peerline.console;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.peerline.api.http.Problem;
import org.peerline.api.http.Problems;
import org.peerline.api.problem.ProblemType;

/**
 * Whatever changes something through a page must come from a page of ours. Browsers say so by themselves in
 * {@code Sec-Fetch-Site}; older ones name at least the origin. The session's cookie alone is never enough.
 */
public class SameOrigin {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Problems problems;

    SameOrigin(Problems problems) {
        this.problems = problems;
    }

    @ServerRequestFilter(preMatching = true)
    public Optional<Response> refuseOthers(ContainerRequestContext request, RoutingContext asked) {
        HttpServerRequest sent = asked.request();
        // As it is matched: a prefix that a proxy has left on is off by now.
        String path = asked.normalizedPath();
        boolean page = path.equals("/console") || path.startsWith("/console/");
        if (!page || SAFE.contains(request.getMethod()) || isFromHere(sent)) {
            return Optional.empty();
        }
        return Optional.of(Response.status(ProblemType.FORBIDDEN.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problems.document(ProblemType.FORBIDDEN, "This must come from a page of this service."))
                .build());
    }

    private static boolean isFromHere(HttpServerRequest sent) {
        String site = sent.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = sent.getHeader("Origin");
        return origin != null
                && sent.getHeader("Host") != null
                && sent.getHeader("Host").equals(authority(origin));
    }

    private static String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
