package org.peerline.access.bearer;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.peerline.access.Caller;
import org.peerline.access.CurrentActor;
import org.peerline.access.Role;

/** From a token to an identity with roles; the look-up blocks, so it runs on a worker. */
@ApplicationScoped
public class TokenIdentities implements IdentityProvider<TokenRequest> {
    private final Credentials credentials;

    TokenIdentities(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Class<TokenRequest> getRequestType() {
        return TokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> credentials
                .callerOf(request.token())
                .map(TokenIdentities::identity)
                .orElseThrow(AuthenticationFailedException::new));
    }

    /** A caller as the doors' security sees them. */
    public static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.name()))
                .addRoles(caller.roles().stream().map(Role::name).collect(Collectors.toSet()))
                .addAttribute(CurrentActor.ATTRIBUTE, caller)
                .build();
    }
}
