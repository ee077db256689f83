package org.peerline.access.bearer;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.access.Token;
import org.peerline.core.StartupRefused;

/** The first ADMIN key, from configuration: it opens the door to making all others and no other door. */
@Singleton
public class AdminKey {
    private final Optional<byte[]> hash;

    AdminKey(@ConfigProperty(name = "peerline.admin-key") Optional<String> configured) {
        this.hash = configured.map(AdminKey::hashOf);
    }

    private static byte[] hashOf(String configured) {
        return Token.parse(configured)
                .filter(token -> token.kind() == Token.Kind.API_KEY)
                .map(Token::hash)
                .orElseThrow(() -> new StartupRefused("PEERLINE_ADMIN_KEY must be pl_ and 43 base64url characters."));
    }

    void atStart(@Observes StartupEvent event) {
        // Being made is the check.
    }

    boolean is(byte[] presentedHash) {
        return hash.filter(known -> MessageDigest.isEqual(known, presentedHash)).isPresent();
    }
}
