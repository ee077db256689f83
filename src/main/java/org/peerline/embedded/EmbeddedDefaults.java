package org.peerline.embedded;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.peerline.core.StartupRefused;

/**
 * Stands in for what an operator would configure: starts the embedded database and makes the first keys, and hands
 * them over as the system properties of the same names. Does nothing at all when a database is configured.
 *
 * <p>Static, because it runs before the application exists; {@link #close} undoes it, also after a failed start.
 */
@ApplicationScoped
public class EmbeddedDefaults {
    private static final Logger LOG = Logger.getLogger(EmbeddedDefaults.class);
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String KEYSET = "peerline.encryption.keyset";
    private static final String ADMIN_KEY = "peerline.admin-key";
    private static final String DEMO_ROSTER = "peerline.demo-roster";

    private static final Map<String, String> handedOver = new LinkedHashMap<>();
    private static EmbeddedDatabase database;
    private static EmbeddedSetup setup;

    /** @throws StartupRefused with a sentence for the person who started us */
    public static synchronized void startUnlessConfigured(Config config) {
        if (isSet(config, URL)) {
            return;
        }
        if (!Binaries.areOnTheClassPath()) {
            throw new StartupRefused("There is no embedded database in this build for this machine:"
                    + " set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL.");
        }
        var home = DataDirectory.open(Path.of(
                config.getOptionalValue("peerline.data-dir", String.class).orElse("data")));
        try {
            start(config, home);
        } catch (RuntimeException e) {
            closeQuietly(home);
            throw e;
        }
    }

    private static void start(Config config, DataDirectory home) {
        if (!isSet(config, KEYSET)) {
            handOver(KEYSET, GeneratedKeys.keyset(home).toString());
        }
        Optional<GeneratedKeys.AdminKey> adminKey =
                isSet(config, ADMIN_KEY) ? Optional.empty() : Optional.of(GeneratedKeys.adminKey(home));
        adminKey.ifPresent(key -> handOver(ADMIN_KEY, key.value()));
        if (!isSet(config, DEMO_ROSTER)) {
            handOver(DEMO_ROSTER, "true"); // it shows up with the simulator only
        }
        database = EmbeddedDatabase.start(home);
        handOver(URL, database.url());
        handOver("quarkus.datasource.username", "postgres");
        handOver("quarkus.datasource.password", database.password());
        setup = new EmbeddedSetup(
                home.path(),
                adminKey.map(GeneratedKeys.AdminKey::file),
                adminKey.filter(GeneratedKeys.AdminKey::justMade).map(GeneratedKeys.AdminKey::value));
    }

    /** What runs now; empty when an external database is used. */
    public static synchronized Optional<EmbeddedSetup> setup() {
        return Optional.ofNullable(setup);
    }

    /** Stops the server, if one runs, and takes the handed-over settings back. */
    public static synchronized void close() {
        handedOver.keySet().forEach(System::clearProperty);
        handedOver.clear();
        setup = null;
        if (database != null) {
            try {
                database.stop();
            } catch (IOException e) {
                LOG.error("The embedded database did not stop", e);
            }
            database = null;
        }
    }

    /** Last of all, so that whoever still writes at the end finds the database there. */
    void stopLast(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
        close();
    }

    private static boolean isSet(Config config, String name) {
        return config.getOptionalValue(name, String.class).isPresent();
    }

    private static void handOver(String name, String value) {
        handedOver.put(name, value);
        System.setProperty(name, value);
    }

    private static void closeQuietly(DataDirectory home) {
        try {
            home.close();
        } catch (IOException e) {
            LOG.debug("The lock ends with the process", e);
        }
    }
}
