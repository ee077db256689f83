package org.peerline.archive.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.DueWork;
import org.peerline.core.Subject;
import org.peerline.privacy.Keyring;

/** When a wrapping key has left the keyset, says on the receipts which erasures have reached the back-ups with it. */
@ApplicationScoped
class KeysGone implements DueWork {
    private static final Logger LOG = Logger.getLogger(KeysGone.class);

    private final Keyring keyring;
    private final Erasures erasures;
    private final Audit audit;
    private volatile Set<Integer> seen = Set.of();

    KeysGone(Keyring keyring, Erasures erasures, Audit audit) {
        this.audit = audit;
        this.keyring = keyring;
        this.erasures = erasures;
    }

    @Override
    public int runDue() {
        Set<Integer> present = keyring.wrappingKeyIds();
        if (!present.equals(seen)) {
            int reached = QuarkusTransaction.requiringNew().call(() -> note(present));
            if (reached > 0) {
                LOG.infof("%d erasures have reached the back-ups: the keys from before them are gone", reached);
            }
            seen = present;
        }
        return 0;
    }

    private int note(Set<Integer> present) {
        int reached = erasures.noteKeysGone(present);
        if (reached > 0) {
            audit.record(Actor.SERVICE, "WRAPPING_KEYS_GONE", Subject.SERVICE, "ERASURES_IN_BACK_UPS_DONE");
        }
        return reached;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
