package org.peerline.access.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The organisation's own identity provider, for staff. Nothing set: API keys only. */
@ConfigMapping(prefix = "peerline.oidc")
public interface OidcConfig {
    /** The issuer, as its tokens name it; its keys are found by OpenID Connect discovery. */
    Optional<String> issuer();

    /** What tokens for us have in {@code aud}. */
    Optional<String> audience();

    /** The claim that lists somebody's groups; dots lead into objects. */
    @WithDefault("roles")
    String rolesClaim();

    /** How often the issuer is asked for its keys, at most, because a token names one that is not known. */
    @WithDefault("PT10S")
    Duration newKeysEvery();

    /** Which group has which role: {@code group=COORDINATOR}; a group may stand in it more than once. */
    Optional<List<String>> roles();

    /** Our client at the issuer, for signing in to the pages. Not set: the pages know keys and codes only. */
    Optional<String> clientId();

    /** The secret of that client; without one it is a public client, for which PKCE stands alone. */
    Optional<String> clientSecret();

    /** What the pages ask for, separated by spaces; some issuers tell groups with a scope of its own only. */
    @WithDefault("openid")
    String scopes();
}
