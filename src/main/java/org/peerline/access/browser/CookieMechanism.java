package org.peerline.access.browser;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.peerline.access.Token;

/** Reads who is there from the pages' cookie, and nowhere but on the pages. An ended session is nobody's. */
@ApplicationScoped
public class CookieMechanism implements HttpAuthenticationMechanism {
    /** Sent by what a page asks for by itself, without anybody having touched it. */
    public static final String UNATTENDED = "Peerline-Live";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String path = request.normalizedPath();
        boolean page = path.equals(SessionCookie.PATH) || path.startsWith(SessionCookie.PATH + "/");
        Optional<Token> token = page ? SessionCookie.token(request.request()) : Optional.empty();
        boolean attended = request.request().getHeader(UNATTENDED) == null;
        return token.map(known -> identities
                        .authenticate(new CookieRequest(known, attended))
                        .onFailure(AuthenticationFailedException.class)
                        .recoverWithNull())
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(CookieRequest.class);
    }
}
