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
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.peerline.access.Role;
import org.peerline.api.problem.TryLater;
import org.peerline.core.StartupRefused;
import org.peerline.core.TimeSource;

/**
 * The organisation's identity provider: where its doors are, and whether a token is its own. What it says of itself is
 * fetched when it is first needed and kept; its keys are fetched again when they change, and outlive an outage of some
 * hours.
 */
@ApplicationScoped
class StaffIssuer {
    private static final Logger LOG = Logger.getLogger(StaffIssuer.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    static final int PATIENCE_MILLIS = 3000;
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
    private final RoleMapping roles;
    private final TimeSource time;
    private final Duration newKeysEvery;
    private volatile Known known;

    StaffIssuer(OidcConfig config, TimeSource time) {
        this.issuer = config.issuer().map(StaffIssuer::checked);
        this.roles = new RoleMapping(config.rolesClaim(), config.roles().orElse(List.of()));
        this.time = time;
        this.newKeysEvery = config.newKeysEvery();
        if (issuer.isEmpty() && config.clientId().isPresent()) {
            throw new StartupRefused("PEERLINE_OIDC_CLIENT_ID needs PEERLINE_OIDC_ISSUER: it is our client there.");
        }
        if (issuer.isPresent() && config.roles().isEmpty()) {
            throw new StartupRefused(
                    "PEERLINE_OIDC_ROLES must be set with PEERLINE_OIDC_ISSUER: without it nobody has a role.");
        }
    }

    private record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    private static Issuer checked(String written) {
        URI address = URI.create(written.strip());
        boolean here = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
        if (!"https".equals(address.getScheme()) && !here) {
            throw new StartupRefused("PEERLINE_OIDC_ISSUER must begin with https://.");
        }
        return new Issuer(written.strip());
    }

    boolean isConfigured() {
        return issuer.isPresent();
    }

    Issuer name() {
        return issuer.orElseThrow();
    }

    /** Where its doors are. */
    OIDCProviderMetadata metadata() {
        return known().metadata();
    }

    Set<Role> rolesOf(JWTClaimsSet claims) {
        return roles.of(claims);
    }

    /**
     * What a token says that is the issuer's own, meant for {@code audience} and valid now.
     *
     * @return empty when it is not to be believed
     * @throws TryLater when the issuer's keys cannot be had, so that nobody can say
     */
    Optional<JWTClaimsSet> claims(String jwt, String audience) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNATURES, known().keys()));
        processor.setJWTClaimsSetVerifier(verifier(audience));
        try {
            return Optional.of(processor.process(jwt, null));
        } catch (RateLimitReachedException asked) {
            // Whoever makes up names of keys does not make us ask the issuer again and again.
            return Optional.empty();
        } catch (KeySourceException away) {
            throw unreachable(away);
        } catch (ParseException | BadJOSEException | JOSEException notToBeBelieved) {
            return Optional.empty();
        }
    }

    private DefaultJWTClaimsVerifier<SecurityContext> verifier(String audience) {
        var expected = new JWTClaimsSet.Builder().issuer(name().getValue()).build();
        var verifier = new DefaultJWTClaimsVerifier<SecurityContext>(audience, expected, Set.of("sub", "exp", "iat")) {
            @Override
            protected Date currentTime() {
                return Date.from(time.now());
            }
        };
        verifier.setMaxClockSkew(SKEW_SECONDS);
        return verifier;
    }

    private Known known() {
        Known found = known;
        if (found == null) {
            found = discovered();
            known = found;
        }
        return found;
    }

    private Known discovered() {
        try {
            var metadata = OIDCProviderMetadata.resolve(name(), PATIENCE_MILLIS, PATIENCE_MILLIS);
            return new Known(
                    metadata,
                    JWKSourceBuilder.create(metadata.getJWKSetURI().toURL())
                            .retrying(true)
                            .rateLimited(newKeysEvery.toMillis())
                            .outageTolerant(KEYS_OUTLIVE_AN_OUTAGE_MILLIS)
                            .build());
        } catch (GeneralException | IOException away) {
            throw unreachable(away);
        }
    }

    static TryLater unreachable(Exception away) {
        LOG.errorf("The identity provider cannot be asked: %s", away.getClass().getSimpleName());
        return TryLater.unavailable(PAUSE);
    }
}
