package org.peerline.embedded;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the embedded default has set up, for the start-up message.
 *
 * @param adminKeyFile where the first ADMIN key is kept; empty if one is configured
 * @param newAdminKey the key itself, only at the start that made it
 */
public record EmbeddedSetup(Path dataDirectory, Optional<Path> adminKeyFile, Optional<String> newAdminKey) {
    @Override
    public String toString() {
        return "EmbeddedSetup[" + dataDirectory + "]";
    }
}
