package org.peerline.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.core.Identifier;
import org.peerline.core.TimeSource;
import org.peerline.testkit.PeerlineTest;

/** The memory for people's keys has no room left, as after tens of thousands of people in ten minutes. */
@PeerlineTest
class FullOfKeysTest {
    private static final SealedField NAME = new SealedField("requester", "name");

    @Inject
    Keyring keyring;

    @Inject
    Jdbi jdbi;

    @Inject
    TimeSource time;

    private final UUID sam = Identifier.next();
    private Vault vault;

    @BeforeEach
    void sam_has_a_key() {
        var none = Caffeine.newBuilder().maximumSize(0).executor(Runnable::run).<UUID, Aead>build();
        vault = new Vault(new PersonKeys(keyring, jdbi, time, none), keyring);
        QuarkusTransaction.requiringNew().run(() -> vault.admit(sam));
    }

    @Test
    void nobody_is_taken_for_erased_because_their_key_was_not_kept_in_memory() {
        byte[] sealed = vault.seal(sam, NAME, sam, "Sam Okafor");

        assertEquals("Sam Okafor", vault.open(sam, NAME, sam, sealed));
    }

    @Test
    void whoever_is_erased_is_erased() {
        byte[] sealed = vault.seal(sam, NAME, sam, "Sam Okafor");
        QuarkusTransaction.requiringNew().run(() -> vault.forget(sam));

        assertThrows(PersonErased.class, () -> vault.open(sam, NAME, sam, sealed));
    }
}
