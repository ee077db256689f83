package org.peerline.access.browser;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.access.bearer.TokenIdentities;

/** From a browser's token to an identity with roles; the look-up blocks, so it runs on a worker. */
@ApplicationScoped
public class BrowserIdentities implements IdentityProvider<CookieRequest> {
    private final BrowserSessions sessions;

    BrowserIdentities(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<CookieRequest> getRequestType() {
        return CookieRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(CookieRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> sessions.callerOf(request.token(), request.attended())
                .map(TokenIdentities::identity)
                .orElseThrow(AuthenticationFailedException::new));
    }
}
