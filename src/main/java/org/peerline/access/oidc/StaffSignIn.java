package org.peerline.access.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.peerline.access.Caller;
import org.peerline.access.Role;
import org.peerline.api.problem.TryLater;

/**
 * Signs staff in to the pages with the organisation's own account: authorization code, PKCE, state and nonce. Called by
 * the sign-in page; a provider that cannot be asked is a {@link TryLater}.
 */
@ApplicationScoped
public class StaffSignIn {
    private static final Logger LOG = Logger.getLogger(StaffSignIn.class);

    private final StaffIssuer issuer;
    private final StaffTokens tokens;
    private final StaffAccounts accounts;
    private final Optional<ClientID> client;
    private final Optional<Secret> secret;
    private final Scope scope;

    StaffSignIn(OidcConfig config, StaffIssuer issuer, StaffTokens tokens, StaffAccounts accounts) {
        this.issuer = issuer;
        this.tokens = tokens;
        this.accounts = accounts;
        this.client = config.clientId().map(ClientID::new);
        this.secret = config.clientSecret().map(Secret::new);
        this.scope = Scope.parse(config.scopes());
    }

    /** Whether there is anybody to send people to. */
    public boolean isOffered() {
        return issuer.isConfigured() && client.isPresent();
    }

    /**
     * The way to the provider.
     *
     * @param secret for the browser to keep until it is back
     */
    public record Departure(URI to, String secret) {
        @Override
        public String toString() {
            return "Departure";
        }
    }

    /** @param back where the provider sends the browser; it has to know this address */
    public Departure depart(URI back) {
        SignInSecret begun = SignInSecret.random();
        URI to = new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE), scope, client.orElseThrow(), back)
                .endpointURI(issuer.metadata().getAuthorizationEndpointURI())
                .state(new State(begun.state()))
                .nonce(new Nonce(begun.nonce()))
                .codeChallenge(new CodeVerifier(begun.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
        return new Departure(to, begun.text());
    }

    /**
     * @param back as at the departure
     * @param answer the query with which the browser has come back
     * @param kept the browser's secret, or null
     */
    public Arrival arrive(URI back, Map<String, List<String>> answer, String kept) {
        if (!SignInSecret.isOne(kept)) {
            return new Arrival.Unfinished();
        }
        var begun = new SignInSecret(kept);
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(back, answer);
            boolean anothers =
                    response.getIssuer() != null && !response.getIssuer().equals(issuer.name());
            if (anothers || !new State(begun.state()).equals(response.getState())) {
                return new Arrival.Unfinished();
            }
            if (!response.indicatesSuccess()) {
                var error = response.toErrorResponse().getErrorObject();
                LOG.warnf("The identity provider let nobody in: %s", code(error.getCode()));
                return OAuth2Error.ACCESS_DENIED.equals(error) ? new Arrival.Refused() : new Arrival.Unfinished();
            }
            return exchange(response.toSuccessResponse().getAuthorizationCode(), back, begun);
        } catch (ParseException unreadable) {
            return new Arrival.Unfinished();
        }
    }

    /** The provider's own way out, if it has one; the browser is sent back to {@code back} from there. */
    public Optional<URI> leave(URI back) {
        return Optional.ofNullable(issuer.metadata().getEndSessionEndpointURI())
                .map(end -> new LogoutRequest(end, null, null, client.orElseThrow(), back, null, null).toURI());
    }

    private Arrival exchange(AuthorizationCode code, URI back, SignInSecret begun) throws ParseException {
        if (code == null) {
            return new Arrival.Unfinished();
        }
        var grant = new AuthorizationCodeGrant(code, back, new CodeVerifier(begun.verifier()));
        try {
            HTTPRequest asking = request(grant).toHTTPRequest();
            asking.setConnectTimeout(StaffIssuer.PATIENCE_MILLIS);
            asking.setReadTimeout(StaffIssuer.PATIENCE_MILLIS);
            asking.setFollowRedirects(false);
            var response = OIDCTokenResponseParser.parse(asking.send());
            if (!response.indicatesSuccess()) {
                var error = response.toErrorResponse().getErrorObject();
                LOG.warnf("The identity provider gave no tokens for a code: %s", code(error.getCode()));
                return new Arrival.Unfinished();
            }
            return believed((OIDCTokenResponse) response.toSuccessResponse(), begun);
        } catch (IOException away) {
            throw StaffIssuer.unreachable(away);
        }
    }

    /** Errors of the standard are words; anything else is not ours to write down. */
    private static String code(String given) {
        return given != null && given.matches("[a-z_]{1,40}") ? given : "an error of its own";
    }

    private TokenRequest request(AuthorizationCodeGrant grant) {
        URI door = issuer.metadata().getTokenEndpointURI();
        ClientID id = client.orElseThrow();
        if (secret.isEmpty()) {
            return new TokenRequest.Builder(door, id, grant).build();
        }
        List<ClientAuthenticationMethod> ways = issuer.metadata().getTokenEndpointAuthMethods();
        boolean basic = ways == null || ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        ClientAuthentication login =
                basic ? new ClientSecretBasic(id, secret.get()) : new ClientSecretPost(id, secret.get());
        return new TokenRequest.Builder(door, login, grant).build();
    }

    private Arrival believed(OIDCTokenResponse response, SignInSecret begun) {
        String idToken = response.getOIDCTokens().getIDTokenString();
        Optional<JWTClaimsSet> found = issuer.claims(
                        idToken, client.orElseThrow().getValue())
                .filter(claims -> begun.nonce().equals(claims.getClaim("nonce")))
                .filter(this::isForUs);
        if (found.isEmpty()) {
            LOG.warn("The identity provider gave an identity that is not to be believed");
            return new Arrival.Unfinished();
        }
        JWTClaimsSet claims = found.get();
        Set<Role> granted = issuer.rolesOf(claims);
        if (granted.isEmpty()) {
            // Some providers tell groups in the access token only.
            granted = tokens.rolesOf(response.getOIDCTokens().getAccessToken().getValue(), claims.getSubject());
        }
        if (granted.isEmpty()) {
            return new Arrival.WithoutRole();
        }
        return new Arrival.SignedIn(
                Caller.staff(accounts.seen(issuer.name().getValue(), claims.getSubject(), granted), granted));
    }

    /** A token for several services says for whom it was made. */
    private boolean isForUs(JWTClaimsSet claims) {
        Object party = claims.getClaim("azp");
        return party == null
                ? claims.getAudience().size() == 1
                : party.equals(client.orElseThrow().getValue());
    }
}
