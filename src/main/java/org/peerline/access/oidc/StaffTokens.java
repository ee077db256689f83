package org.peerline.access.oidc;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.peerline.access.Caller;
import org.peerline.access.Role;
import org.peerline.api.problem.TryLater;
import org.peerline.core.StartupRefused;

/**
 * Believes a token of the organisation's issuer when its signature, issuer, audience and times are right and one of its
 * groups has a role here.
 */
@ApplicationScoped
public class StaffTokens {
    private final StaffIssuer issuer;
    private final StaffAccounts accounts;
    private final String audience;

    StaffTokens(OidcConfig config, StaffIssuer issuer, StaffAccounts accounts) {
        this.issuer = issuer;
        this.accounts = accounts;
        this.audience = issuer.isConfigured()
                ? config.audience()
                        .orElseThrow(
                                () -> new StartupRefused("PEERLINE_OIDC_AUDIENCE must be set with PEERLINE_OIDC_ISSUER:"
                                        + " without it, tokens for other services would open doors here."))
                : null;
    }

    void atStart(@Observes StartupEvent event) {
        // Being made is the check.
    }

    /** Whether this can be a token of an issuer at all: three parts, and one is configured. */
    public boolean expects(String bearer) {
        return issuer.isConfigured()
                && bearer.chars().filter(letter -> letter == '.').count() == 2;
    }

    /**
     * Whose token it is.
     *
     * @return empty when it is not to be believed; a caller without a role opens no door
     * @throws TryLater when the issuer's keys cannot be had, so that nobody can say; no door opens
     */
    public Optional<Caller> callerOf(String jwt) {
        return issuer.claims(jwt, audience).map(claims -> {
            Set<Role> granted = issuer.rolesOf(claims);
            String from = issuer.name().getValue();
            return Caller.staff(
                    granted.isEmpty()
                            ? accounts.id(from, claims.getSubject())
                            : accounts.seen(from, claims.getSubject(), granted),
                    granted);
        });
    }

    /** The roles that a token for the API gives to this account; none when it is not one, or somebody else's. */
    Set<Role> rolesOf(String bearer, String account) {
        return expects(bearer)
                ? issuer.claims(bearer, audience)
                        .filter(claims -> account.equals(claims.getSubject()))
                        .map(issuer::rolesOf)
                        .orElse(Set.of())
                : Set.of();
    }
}
