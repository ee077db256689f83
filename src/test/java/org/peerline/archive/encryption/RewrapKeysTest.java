package org.peerline.archive.encryption;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.privacy.Keyring;
import org.peerline.privacy.Vault;
import org.peerline.privacy.keyset.KeysetEnvelope;
import org.peerline.privacy.keyset.KeysetFile;
import org.peerline.privacy.keyset.Keysets;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.TestSettings;

/** The wrapping key is exchanged while the service runs; the keyset of the tests is a file, as an operator's is. */
@PeerlineTest
class RewrapKeysTest extends RestWorld {
    @Inject
    Keyring keyring;

    @Inject
    KeysetEnvelope envelope;

    @Inject
    RewrapKeys rewrap;

    @Inject
    Vault vault;

    @Inject
    Jdbi jdbi;

    private KeysetFile file() {
        return new KeysetFile(Path.of(TestSettings.keysetFile()), envelope);
    }

    /** Time passes, so that the service looks at the file again. */
    private void noticed() {
        programme.timeIs(programme.now().plus(Duration.ofSeconds(11)));
        keyring.runDue();
    }

    @Test
    void conversation_goes_on_through_every_step_of_an_exchange_and_the_former_key_is_not_needed_after_it()
            throws IOException {
        programme.peer(Samples.amara());
        Phone sam = sam();
        Phone amara = amara();
        opens(Samples.sam());
        sam.receives("Amara");
        phone("+447400900009").texts(sam.received().get(0).from(), "A stranger");
        ApiKeys.bearer(issuer.token(programme.now(), "coordinators")).get("/v1/peers");
        ApiKeys.as(Role.COORDINATOR)
                .header("Idempotency-Key", "once")
                .body(Samples.newPeer())
                .post("/v1/peers")
                .then()
                .statusCode(201);
        int former = keyring.wrappingKeyId();

        file().change(Keysets::withNewKey);
        noticed();
        assertEquals(former, keyring.wrappingKeyId());
        sam.replies("While the new key is only known");
        amara.receives("While the new key is only known");

        file().change(Keysets::withNewestInUse);
        noticed();
        assertTrue(keyring.wrappingKeyId() != former);
        assertTrue(rewrap.left() > 0);
        amara.replies("While both are in use");
        sam.receives("While both are in use");

        rewrap.runDue();
        assertEquals(0, rewrap.left());
        ApiKeys.asAdmin().get("/v1/encryption").then().statusCode(200).body("left", equalTo(0));

        file().change(Keysets::withoutFormerKeys);
        noticed();
        sam.replies("When the former key is gone");
        amara.receives("When the former key is gone");
        assertEquals(
                "Sam Okafor", ApiKeys.as(Role.COORDINATOR).get("/v1/requests").path("items[0].requester.name"));
    }

    @Test
    void keyset_of_another_database_is_not_taken_up() throws IOException {
        String before = file().read();
        int key = keyring.wrappingKeyId();

        file().change(present -> Keysets.generate());
        noticed();
        assertEquals(key, keyring.wrappingKeyId());

        file().change(present -> before);
        noticed();
    }

    @Test
    void data_key_that_was_moved_to_another_person_does_not_open() {
        programme.peer(Samples.amara());
        var somebody = opens(Samples.sam()).getString("requester.id");
        jdbi.useHandle(handle -> handle.execute(
                "update person_key set wrapped = (select wrapped from person_key"
                        + " where person_id <> ?::uuid limit 1), wrapped_with = null where person_id = ?::uuid",
                somebody,
                somebody));

        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> vault.wrapAgain(UUID.fromString(somebody))));
    }
}
