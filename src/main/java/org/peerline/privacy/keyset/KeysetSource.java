package org.peerline.privacy.keyset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.peerline.core.StartupRefused;

/** Where the keyset is: in the configuration itself or in a file, in clear or in an envelope that only a vault opens. */
@ApplicationScoped
public class KeysetSource {
    private static final Logger LOG = Logger.getLogger(KeysetSource.class);

    private final String configured;
    private final KeysetEnvelope envelope;
    private volatile String seen;

    KeysetSource(
            @ConfigProperty(name = "peerline.encryption.keyset") Optional<String> configured, KeysetEnvelope envelope) {
        this.configured = configured
                .map(String::strip)
                .orElseThrow(() ->
                        new StartupRefused("PEERLINE_ENCRYPTION_KEYSET is not set, and an external database needs one:"
                                + " 'java -jar quarkus-run.jar keyset' prints a new one; keep it with your secrets."));
        this.envelope = envelope;
    }

    /** The keyset as JSON. */
    public String read() {
        try {
            String text = text();
            String opened = envelope.open(text);
            seen = text;
            return opened;
        } catch (IOException | InvalidPathException unreadable) {
            throw new StartupRefused("PEERLINE_ENCRYPTION_KEYSET is neither a keyset in JSON nor a file with one;"
                    + " 'java -jar quarkus-run.jar keyset' prints a new one.");
        }
    }

    /** The keyset once its file has changed since it was last read; empty as long as it is the same, or cannot be read. */
    public Optional<String> changed() {
        if (configured.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return text().equals(seen) ? Optional.empty() : Optional.of(read());
        } catch (IOException | StartupRefused unreadable) {
            LOG.error("The file of the keyset cannot be read now; the keyset that was read stays in use");
            return Optional.empty();
        }
    }

    private String text() throws IOException {
        return configured.startsWith("{")
                ? configured
                : Files.readString(Path.of(configured)).strip();
    }
}
