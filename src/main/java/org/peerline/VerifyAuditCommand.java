package org.peerline;

import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.seal.AuditVerification;

/** Reads the whole audit from the configured database, without the service: for an auditor with read access. */
final class VerifyAuditCommand {
    private VerifyAuditCommand() {}

    /** The exit code: 0 it holds, 1 it does not, 2 it could not be read. */
    static int run(Config config) {
        var url = config.getOptionalValue("quarkus.datasource.jdbc.url", String.class);
        if (url.isEmpty()) {
            System.err.println("QUARKUS_DATASOURCE_JDBC_URL names the database to read. Of an embedded one, the running"
                    + " service answers GET /v1/audit-events/verification.");
            return 2;
        }
        try (Connection connection = ConfiguredDatabase.connect(url.get(), config)) {
            var found = Jdbi.create(connection).withHandle(AuditVerification::verify);
            System.out.printf(
                    "%s%nblocks %d, entries %d, not yet sealed %d, slipped in %d%nhead %s%n",
                    found.holds()
                            ? "The audit is what was sealed."
                            : "The audit is NOT what was sealed"
                                    + found.firstBroken()
                                            .map(block -> ", from block " + block + " on")
                                            .orElse("")
                                    + ".",
                    found.blocks(),
                    found.events(),
                    found.notYet(),
                    found.slippedIn(),
                    found.head());
            return found.holds() ? 0 : 1;
        } catch (SQLException unreadable) {
            System.err.println("The database cannot be read: SQLState " + unreadable.getSQLState() + ".");
            return 2;
        }
    }
}
