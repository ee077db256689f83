package org.peerline.api.address;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The prefix of the public URL, on the way in and out: it is taken off where the proxy has left it on, so that both kinds
 * of proxy work, and so does asking a copy directly; redirects begin with it.
 */
@ApplicationScoped
public class PrefixTaken {
    /** Before anything else looks at an address. */
    private static final int VERY_FIRST = 200_000;

    /** After all that may make a redirect. */
    private static final int LAST_OF_ALL = 1;

    private static final int CREATED = 201;

    /** Our own first steps: a prefix that is called like one of them has to be taken off by the proxy. */
    private static final Set<String> OURS = Set.of("console", "simulator", "v1", "webhooks", "pages", "webjars", "q");

    private final PublicUrl publicUrl;

    PrefixTaken(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    void register(@Observes Filters filters) {
        String prefix = publicUrl.prefix();
        if (!prefix.isEmpty() && !OURS.contains(prefix.split("/")[1])) {
            filters.register(this::enter, VERY_FIRST);
        }
    }

    private void enter(RoutingContext request) {
        String asked = request.request().uri();
        String prefix = publicUrl.prefix();
        if (asked.startsWith(prefix + "/")) {
            request.reroute(request.request().method(), asked.substring(prefix.length()));
        } else {
            request.next();
        }
    }

    /** A redirect to a page of ours, written without the prefix, goes on with it; so does the address of what was made. */
    @ServerResponseFilter(priority = LAST_OF_ALL)
    public void leave(ContainerResponseContext response) {
        String to = response.getHeaderString(HttpHeaders.LOCATION);
        if (to == null || publicUrl.prefix().isEmpty()) {
            return;
        }
        if (to.startsWith("/")) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, publicUrl.of(to));
        } else if (response.getStatus() == CREATED) {
            URI made = URI.create(to);
            response.getHeaders().putSingle(HttpHeaders.LOCATION, made.resolve(publicUrl.of(made.getRawPath())));
        }
    }
}
