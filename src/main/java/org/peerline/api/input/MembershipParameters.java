package org.peerline.api.input;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.peerline.api.problem.BadInput;

/** A membership is taken in no parameter either: what stands in an address stands in the logs on its way. */
@Singleton
public class MembershipParameters {
    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        Optional<String> name = request.getUriInfo().getQueryParameters().keySet().stream()
                .filter(MembershipMention::isName)
                .findFirst();
        if (name.isPresent()) {
            throw BadInput.of(name.get().replaceAll("[^A-Za-z0-9_.-]", "?"), MembershipMention.SENTENCE);
        }
    }
}
