package org.peerline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;

/** The database that the service is configured for, as commands reach it without the service. */
final class ConfiguredDatabase {
    private ConfiguredDatabase() {}

    static Connection connect(String url, Config config) throws SQLException {
        return DriverManager.getConnection(
                url,
                config.getOptionalValue("quarkus.datasource.username", String.class)
                        .orElse(null),
                config.getOptionalValue("quarkus.datasource.password", String.class)
                        .orElse(null));
    }
}
