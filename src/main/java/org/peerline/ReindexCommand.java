package org.peerline;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.peerline.archive.encryption.Reindex;
import org.peerline.core.StartupRefused;
import org.peerline.privacy.MasterKeys;
import org.peerline.privacy.keyset.KeysetEnvelope;
import org.peerline.privacy.keyset.KeysetFile;
import org.peerline.privacy.keyset.Keysets;

/**
 * Puts a new index key over the others and hashes everything that is stored with it once more, in one transaction. Cut off
 * in between, it goes on with the key that is in the file already.
 */
final class ReindexCommand {
    private ReindexCommand() {}

    /** The exit code: 0 done, 1 could not be done. */
    static int run(Config config) {
        try (Connection connection = ConfiguredDatabase.connect(
                setting(config, "quarkus.datasource.jdbc.url", "QUARKUS_DATASOURCE_JDBC_URL"), config)) {
            var file = new KeysetFile(
                    Path.of(setting(config, "peerline.encryption.keyset", "PEERLINE_ENCRYPTION_KEYSET")),
                    new KeysetEnvelope(config));
            var reindex = new Reindex(Jdbi.create(connection).registerArrayType(String.class, "text"));
            reindex.alone();
            if (!reindex.isDue(MasterKeys.parse(file.read()).index())) {
                file.change(Keysets::withNewIndexKey);
            }
            long keys = reindex.run(MasterKeys.parse(file.read()).index());
            file.destroyFormer();
            System.out.printf("Done: %d keys are hashed once more, with a new key.%n", keys);
            return 0;
        } catch (IOException | InvalidPathException noFile) {
            System.err.println("PEERLINE_ENCRYPTION_KEYSET must name a file that can be read and written.");
        } catch (SQLException | JdbiException fault) {
            System.err.println("The database cannot be read or written: nothing of it was changed.");
        } catch (StartupRefused refused) {
            System.err.println(refused.getMessage());
        }
        return 1;
    }

    private static String setting(Config config, String name, String environment) {
        return config.getOptionalValue(name, String.class)
                .map(String::strip)
                .orElseThrow(() -> new StartupRefused(environment + " must be set."));
    }
}
