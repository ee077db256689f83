package org.peerline.privacy;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.StartupRefused;

/** Reads the keyset at start, and refuses a start with a keyset that this database was not written with. */
@ApplicationScoped
class MasterKeysProducer {
    private static final byte[] PROOF = "peerline keyset".getBytes(StandardCharsets.UTF_8);

    @Produces
    @Singleton
    MasterKeys masterKeys(@ConfigProperty(name = "peerline.encryption.keyset") Optional<String> configured) {
        return MasterKeys.read(configured.orElseThrow(
                () -> new StartupRefused("PEERLINE_ENCRYPTION_KEYSET is not set, and an external database needs one:"
                        + " 'java -jar quarkus-run.jar keyset' prints a new one; keep it with your secrets.")));
    }

    void check(@Observes StartupEvent start, MasterKeys keys, Jdbi jdbi) throws GeneralSecurityException {
        byte[] fresh = keys.wrapping().encrypt(PROOF, PROOF);
        byte[] kept = jdbi.withHandle(handle -> {
            handle.execute("insert into keyset_proof (id, sealed) values (1, ?) on conflict do nothing", fresh);
            return handle.select("select sealed from keyset_proof where id = 1")
                    .mapTo(byte[].class)
                    .one();
        });
        try {
            keys.wrapping().decrypt(kept, PROOF);
        } catch (GeneralSecurityException anotherKeyset) {
            throw new StartupRefused("PEERLINE_ENCRYPTION_KEYSET is not the keyset that this database was written with;"
                    + " nothing in it could be read.");
        }
    }
}
