package org.peerline.testkit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** How often each table has been read from end to end, by anybody, up to now. */
@ApplicationScoped
public class TableScans {
    private static final int CONNECTIONS = 20;

    private final AgroalDataSource dataSource;

    TableScans(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Map<String, Long> of(Collection<String> tables) throws SQLException {
        var connections = new ArrayList<Connection>();
        try {
            // Each server process keeps what it counted to itself for a while, unless it is asked.
            for (int n = 0; n < CONNECTIONS; n++) {
                connections.add(dataSource.getConnection());
                try (var statement = connections.get(n).createStatement()) {
                    statement.execute("select pg_stat_force_next_flush()");
                    statement.execute("select 1");
                }
            }
            var scans = new TreeMap<String, Long>();
            try (var statement = connections.get(0).createStatement();
                    var rows = statement.executeQuery(
                            "select relname, seq_scan from pg_stat_user_tables where schemaname = 'public'")) {
                while (rows.next()) {
                    if (tables.contains(rows.getString(1))) {
                        scans.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            return scans;
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }
}
