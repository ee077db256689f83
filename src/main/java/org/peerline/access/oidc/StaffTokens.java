package org.peerline.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.peerline.access.Caller;
import org.peerline.access.Role;
import org.peerline.api.problem.TryLater;
import org.peerline.core.StartupRefused;
import org.peerline.core.TimeSource;

/**
 * Believes a token of the organisation's issuer when its signature, issuer, audience and times are right and one of its
 * groups has a role here. Keys are fetched at the first token and kept for a while; the issuer may be down meanwhile.
 */
@ApplicationScoped
public class StaffTokens {
    private static final Logger LOG = Logger.getLogger(StaffTokens.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PATIENCE_MILLIS = 3000;
    private static final int SKEW_SECONDS = 60;
    private static final long KEYS_OUTLIVE_AN_OUTAGE_MILLIS = 4 * 60 * 60 * 1000L;

    /** Signatures with the issuer's private key only: with a shared secret we could make tokens ourselves. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Optional<Issuer> issuer;
    private final String audience;
    private final RoleMapping roles;
    private final StaffAccounts accounts;
    private final TimeSource time;
    private final Duration newKeysEvery;
    private volatile DefaultJWTProcessor<SecurityContext> processor;

    StaffTokens(OidcConfig config, StaffAccounts accounts, TimeSource time) {
        this.issuer = config.issuer().map(StaffTokens::checked);
        this.accounts = accounts;
        this.time = time;
        this.newKeysEvery = config.newKeysEvery();
        this.audience = issuer.isEmpty()
                ? null
                : config.audience()
                        .orElseThrow(
                                () -> new StartupRefused("PEERLINE_OIDC_AUDIENCE must be set with PEERLINE_OIDC_ISSUER:"
                                        + " without it, tokens for other services would open doors here."));
        this.roles = new RoleMapping(config.rolesClaim(), config.roles().orElse(List.of()));
        if (issuer.isPresent() && config.roles().isEmpty()) {
            throw new StartupRefused(
                    "PEERLINE_OIDC_ROLES must be set with PEERLINE_OIDC_ISSUER: without it nobody has a role.");
        }
    }

    void atStart(@Observes StartupEvent event) {
        // Being made is the check.
    }

    private static Issuer checked(String written) {
        URI address = URI.create(written.strip());
        boolean here = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
        if (!"https".equals(address.getScheme()) && !here) {
            throw new StartupRefused("PEERLINE_OIDC_ISSUER must begin with https://.");
        }
        return new Issuer(written.strip());
    }

    /** Whether this can be a token of an issuer at all: three parts, and one is configured. */
    public boolean expects(String bearer) {
        return issuer.isPresent()
                && bearer.chars().filter(letter -> letter == '.').count() == 2;
    }

    /**
     * Whose token it is.
     *
     * @return empty when it is not to be believed; a caller without a role opens no door
     * @throws TryLater when the issuer's keys cannot be had, so that nobody can say; no door opens
     */
    public Optional<Caller> callerOf(String jwt) {
        try {
            JWTClaimsSet claims = processor().process(jwt, null);
            Set<Role> granted = roles.of(claims);
            return Optional.of(Caller.staff(
                    accounts.seen(issuer.orElseThrow().getValue(), claims.getSubject(), granted), granted));
        } catch (RateLimitReachedException asked) {
            // Whoever makes up names of keys does not make us ask the issuer again and again.
            return Optional.empty();
        } catch (KeySourceException away) {
            throw unreachable(away);
        } catch (ParseException | BadJOSEException | JOSEException notToBeBelieved) {
            return Optional.empty();
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor() {
        DefaultJWTProcessor<SecurityContext> known = processor;
        if (known == null) {
            known = discovered();
            processor = known;
        }
        return known;
    }

    private DefaultJWTProcessor<SecurityContext> discovered() {
        try {
            var metadata = OIDCProviderMetadata.resolve(issuer.orElseThrow(), PATIENCE_MILLIS, PATIENCE_MILLIS);
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL())
                    .retrying(true)
                    .rateLimited(newKeysEvery.toMillis())
                    .outageTolerant(KEYS_OUTLIVE_AN_OUTAGE_MILLIS)
                    .build();
            var made = new DefaultJWTProcessor<SecurityContext>();
            made.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNATURES, keys));
            made.setJWTClaimsSetVerifier(claims());
            return made;
        } catch (GeneralException | IOException away) {
            throw unreachable(away);
        }
    }

    private static TryLater unreachable(Exception away) {
        LOG.errorf(
                "The identity provider cannot be asked for its keys: %s",
                away.getClass().getSimpleName());
        return TryLater.unavailable(PAUSE);
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims() {
        var expected = new JWTClaimsSet.Builder()
                .issuer(issuer.orElseThrow().getValue())
                .build();
        var verifier = new DefaultJWTClaimsVerifier<SecurityContext>(audience, expected, Set.of("sub", "exp", "iat")) {
            @Override
            protected Date currentTime() {
                Instant now = time.now();
                return Date.from(now);
            }
        };
        verifier.setMaxClockSkew(SKEW_SECONDS);
        return verifier;
    }
}
