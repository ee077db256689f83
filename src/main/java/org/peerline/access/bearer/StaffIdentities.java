package org.peerline.access.bearer;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.access.oidc.StaffTokens;

/** From a token of the organisation's issuer to an identity with roles; fetching its keys blocks, so it runs on a worker. */
@ApplicationScoped
public class StaffIdentities implements IdentityProvider<StaffTokenRequest> {
    private final StaffTokens tokens;

    StaffIdentities(StaffTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<StaffTokenRequest> getRequestType() {
        return StaffTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(StaffTokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> tokens.callerOf(request.jwt())
                .map(TokenIdentities::identity)
                .orElseThrow(AuthenticationFailedException::new));
    }
}
