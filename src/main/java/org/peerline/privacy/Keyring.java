package org.peerline.privacy;

import com.google.crypto.tink.Aead;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.DueWork;
import org.peerline.core.StartupRefused;
import org.peerline.core.TimeSource;
import org.peerline.privacy.keyset.KeysetSource;

/**
 * The keyset in use. Read at start, and refused when this database was not written with it; where it is a file, read
 * again when the file has changed, so that keys are exchanged while the service runs.
 */
@ApplicationScoped
public class Keyring implements DueWork {
    private static final Logger LOG = Logger.getLogger(Keyring.class);
    private static final byte[] PROOF = "peerline keyset".getBytes(StandardCharsets.UTF_8);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final KeysetSource source;
    private final Jdbi jdbi;
    private final TimeSource time;
    private volatile MasterKeys current;
    private volatile Instant looked = Instant.EPOCH;

    Keyring(KeysetSource source, Jdbi jdbi, TimeSource time) {
        this.source = source;
        this.jdbi = jdbi;
        this.time = time;
        this.current = MasterKeys.parse(source.read());
    }

    public Aead wrapping() {
        return current.wrapping();
    }

    /** The id of the key that wraps what is new. */
    public int wrappingKeyId() {
        return current.wrappingKeyId();
    }

    /** The ids of all wrapping keys that are there, in use or not. */
    public Set<Integer> wrappingKeyIds() {
        return current.wrappingKeyIds();
    }

    IndexKeys index() {
        return current.index();
    }

    /** First of all: with keys that do not belong, the out-tray would give up every text that it cannot open. */
    void check(@Observes @Priority(-1) StartupEvent start) throws GeneralSecurityException {
        byte[] fresh = proof();
        byte[] kept = jdbi.withHandle(handle -> {
            handle.execute("insert into keyset_proof (id, sealed) values (1, ?) on conflict do nothing", fresh);
            return handle.select("select sealed from keyset_proof where id = 1")
                    .mapTo(byte[].class)
                    .one();
        });
        if (!proves(current, kept)) {
            throw new StartupRefused("PEERLINE_ENCRYPTION_KEYSET is not the keyset that this database was written with;"
                    + " nothing in it could be read.");
        }
        checkIndex();
    }

    private void checkIndex() {
        IndexKeys keys = current.index();
        String kept = jdbi.withHandle(handle -> {
            handle.execute("insert into index_proof (id, proof) values (1, ?) on conflict do nothing", keys.proof());
            return handle.select("select proof from index_proof where id = 1")
                    .mapTo(String.class)
                    .one();
        });
        if (kept.equals(keys.proof())) {
            return;
        }
        boolean former = IntStream.range(1, keys.count())
                .anyMatch(count -> kept.equals(keys.first(count).proof()));
        throw new StartupRefused(
                former
                        ? "The keyset has an index key that the database does not know yet: run 'java -jar quarkus-run.jar"
                                + " reindex' while no copy of the service runs."
                        : "The index half of PEERLINE_ENCRYPTION_KEYSET is not the one that this database was written"
                                + " with; nobody could be found in it.");
    }

    /** Seals the word anew, so that the keyset still proves itself when its old key is gone. */
    public void renewProof() {
        jdbi.useHandle(handle -> handle.execute("update keyset_proof set sealed = ? where id = 1", proof()));
    }

    private byte[] proof() {
        try {
            return wrapping().encrypt(PROOF, PROOF);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean proves(MasterKeys keys, byte[] kept) {
        try {
            keys.wrapping().decrypt(kept, PROOF);
            return true;
        } catch (GeneralSecurityException anotherKeyset) {
            return false;
        }
    }

    @Override
    public int runDue() {
        Instant now = time.now();
        if (Duration.between(looked, now).abs().compareTo(LOOK_EVERY) >= 0) {
            looked = now;
            source.changed().ifPresent(this::take);
        }
        return 0;
    }

    /** A file that cannot be used changes nothing: the service goes on with the keys that it has. */
    private void take(String text) {
        try {
            MasterKeys next = MasterKeys.parse(text);
            byte[] kept = jdbi.withHandle(handle -> handle.select("select sealed from keyset_proof where id = 1")
                    .mapTo(byte[].class)
                    .one());
            if (!proves(next, kept) || !next.indexesAs(current)) {
                LOG.error("The changed keyset is not one that this database can be read with; the former stays in use");
                return;
            }
            current = next;
            LOG.infof("The keyset has changed; key %d wraps what is new", next.wrappingKeyId());
        } catch (StartupRefused unusable) {
            LOG.error("The changed keyset cannot be read; the former stays in use");
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
