package org.peerline;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.peerline.embedded.EmbeddedDefaults;

/** Tells whoever started the service where to go, once it really answers; then waits for the end. */
@Singleton
@Unremovable
public class Welcome implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger("org.peerline");

    private final HttpServer server;
    private final String gateway;
    private final String databaseUrl;

    Welcome(
            HttpServer server,
            @ConfigProperty(name = "peerline.sms.gateway", defaultValue = "simulator") String gateway,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String databaseUrl) {
        this.server = server;
        this.gateway = gateway;
        this.databaseUrl = databaseUrl;
    }

    @Override
    public int run(String... args) {
        LOG.info(new WelcomeText(server.getLocalBaseUri().toString(), gateway, databaseUrl, EmbeddedDefaults.setup()));
        Quarkus.waitForExit();
        return 0;
    }
}
