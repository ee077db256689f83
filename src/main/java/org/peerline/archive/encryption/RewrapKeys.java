package org.peerline.archive.encryption;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.archive.Keepers;
import org.peerline.core.Closing;
import org.peerline.core.DueWork;
import org.peerline.privacy.Keyring;
import org.peerline.privacy.Vault;
import org.peerline.privacy.keeping.ServiceColumn;

/**
 * Once another wrapping key is in use, wraps every data key with it, and seals anew what was sealed with the former one
 * itself; a batch a transaction, beside everything else. What is wrapped already is left alone, so it goes on where it
 * stopped, and copies of the service share it. The sealed values of people are not touched: their data keys stay.
 */
@ApplicationScoped
public class RewrapKeys implements DueWork {
    private static final Logger LOG = Logger.getLogger(RewrapKeys.class);
    private static final int BATCH = 500;
    private static final byte TINK = 1;

    private final Keyring keyring;
    private final Vault vault;
    private final Keepers keepers;
    private final Jdbi jdbi;
    private final Closing closing;
    private volatile Integer doneWith;

    RewrapKeys(Keyring keyring, Vault vault, Keepers keepers, Jdbi jdbi, Closing closing) {
        this.closing = closing;
        this.keyring = keyring;
        this.vault = vault;
        this.keepers = keepers;
        this.jdbi = jdbi;
    }

    /** Everything that the key in use does not wrap yet; nothing more is looked at until another is in use. */
    @Override
    public int runDue() {
        int key = keyring.wrappingKeyId();
        if (Integer.valueOf(key).equals(doneWith)) {
            return 0;
        }
        int done = inBatches(this::dataKeys);
        for (ServiceColumn column : columns()) {
            done += inBatches(handle -> seal(handle, column));
        }
        if (closing.hasBegun()) {
            // Another copy goes on with it, or the next start.
            return 0;
        }
        QuarkusTransaction.requiringNew().run(keyring::renewProof);
        if (done > 0) {
            LOG.infof("%d values are sealed with key %d now", done, key);
        }
        // What another copy holds at this moment may still come back, should that copy die.
        doneWith = left() == 0 ? Integer.valueOf(key) : null;
        return 0;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** How many values a former key is still needed for; it may be dropped at zero. */
    public long left() {
        return jdbi.withHandle(handle -> {
            long left = handle.createQuery("select count(*) from person_key where wrapped is not null"
                            + " and wrapped_with is distinct from :key")
                    .bind("key", keyring.wrappingKeyId())
                    .mapTo(Long.class)
                    .one();
            for (ServiceColumn column : columns()) {
                left += handle.createQuery("select count(*) from " + former(column))
                        .bind("prefix", prefix())
                        .mapTo(Long.class)
                        .one();
            }
            return left;
        });
    }

    private List<ServiceColumn> columns() {
        return keepers.inOrder().stream()
                .flatMap(room -> room.sealedForService().stream())
                .toList();
    }

    private interface Batch {
        int work(Handle handle);
    }

    private int inBatches(Batch batch) {
        int all = 0;
        int done;
        do {
            done = QuarkusTransaction.requiringNew().call(() -> jdbi.withHandle(batch::work));
            all += done;
        } while (done > 0 && !closing.hasBegun());
        return all;
    }

    private int dataKeys(Handle handle) {
        List<UUID> due = handle.createQuery("select person_id from person_key where wrapped is not null"
                        + " and wrapped_with is distinct from :key limit :most for update skip locked")
                .bind("key", keyring.wrappingKeyId())
                .bind("most", BATCH)
                .mapTo(UUID.class)
                .list();
        due.forEach(vault::wrapAgain);
        return due.size();
    }

    private record Sealed(UUID row, byte[] value) {}

    private int seal(Handle handle, ServiceColumn column) {
        List<Sealed> due = handle.createQuery("select t." + column.row() + " as row_id, t." + column.column()
                        + " as value from " + former(column) + " limit :most for update of t skip locked")
                .bind("prefix", prefix())
                .bind("most", BATCH)
                .map((row, context) -> new Sealed(row.getObject("row_id", UUID.class), row.getBytes("value")))
                .list();
        for (Sealed sealed : due) {
            String text = vault.openForService(column.purpose(), sealed.row(), sealed.value());
            handle.execute(
                    "update " + column.table() + " set " + column.column() + " = ? where " + column.row() + " = ?",
                    vault.sealForService(column.purpose(), sealed.row(), text),
                    sealed.row());
        }
        return due.size();
    }

    private static String former(ServiceColumn column) {
        return "%1$s t where t.%2$s is not null and %3$s and substring(t.%2$s from 1 for 5) <> :prefix"
                .formatted(column.table(), column.column(), column.condition());
    }

    /** What Tink puts in front of everything that a key has sealed. */
    private byte[] prefix() {
        return ByteBuffer.allocate(1 + Integer.BYTES)
                .put(TINK)
                .putInt(keyring.wrappingKeyId())
                .array();
    }
}
