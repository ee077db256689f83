package org.peerline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.peerline.core.StartupRefused;
import org.peerline.privacy.MasterKeys;

/** The secrets that the embedded default makes once and keeps beside its database. */
public final class GeneratedKeys {
    static final String KEYSET = "keyset.json";
    static final String ADMIN_KEY = "admin-key";

    private GeneratedKeys() {}

    /** The file with the keyset, made now if this is the first start. */
    static Path keyset(DataDirectory home) {
        Path file = home.resolve(KEYSET);
        if (!Files.exists(file)) {
            if (EmbeddedDatabase.isSetUp(home)) { // a new keyset would make all that is stored unreadable
                throw new StartupRefused(
                        "The keyset " + file + " is missing, and without it the database beside it cannot"
                                + " be read: put it back from a copy, or set PEERLINE_ENCRYPTION_KEYSET.");
            }
            keep(home, KEYSET, MasterKeys.generate());
        }
        return file;
    }

    /** The file with the first ADMIN key, made now if it is not there. */
    static AdminKey adminKey(DataDirectory home) {
        Path file = home.resolve(ADMIN_KEY);
        boolean made = !Files.exists(file);
        if (made) {
            keep(home, ADMIN_KEY, newApiKey() + "\n");
        }
        try {
            return new AdminKey(Files.readString(file).trim(), file, made);
        } catch (IOException e) {
            throw new StartupRefused("The file " + file + " cannot be read.", e);
        }
    }

    /** The first ADMIN key that the embedded default has made, if it has. */
    public static Optional<String> kept(Config config) {
        Path file = Path.of(
                config.getOptionalValue("peerline.data-dir", String.class).orElse("data"), ADMIN_KEY);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).trim()) : Optional.empty();
        } catch (IOException e) {
            throw new StartupRefused("The file " + file + " cannot be read.", e);
        }
    }

    /** A new API key, as callers send it. */
    public static String newApiKey() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return "pl_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void keep(DataDirectory home, String name, String content) {
        try {
            home.keepSecret(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first ADMIN key, where it is kept, and whether it was made just now. */
    record AdminKey(String value, Path file, boolean justMade) {
        @Override
        public String toString() {
            return "AdminKey[" + file + "]";
        }
    }
}
