package org.peerline;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.Clockwork;
import org.peerline.privacy.MasterKeys;
import org.peerline.privacy.keyset.KeysetEnvelope;
import org.peerline.privacy.keyset.KeysetFile;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.TestSettings;

/** What an erasure means for back-ups: nothing until the wrapping key of that time is destroyed, and then all. */
@PeerlineTest
class ExchangeKeysTest extends RestWorld {
    @Inject
    Jdbi jdbi;

    @Inject
    KeysetEnvelope envelope;

    @Inject
    Clockwork clockwork;

    private String requester;

    /** As somebody restores a back-up who has stolen it: the two rows that matter, as they were. */
    private record BackUp(byte[] wrapped, byte[] name) {}

    @BeforeEach
    void no_back_up() {
        jdbi.useHandle(handle -> handle.execute("drop schema if exists back_up cascade"));
    }

    @AfterEach
    void gone() {
        jdbi.useHandle(handle -> handle.execute("drop schema if exists back_up cascade"));
    }

    private KeysetFile file() {
        return new KeysetFile(Path.of(TestSettings.keysetFile()), envelope);
    }

    private ExchangeKeys exchange(KeysetFile file) {
        return new ExchangeKeys(
                file,
                URI.create("http://localhost:" + RestAssured.port),
                TestSettings.ADMIN_KEY,
                () -> {
                    programme.timeIs(programme.now().plus(Duration.ofSeconds(11)));
                    clockwork.runDue();
                },
                20);
    }

    private BackUp backUp() {
        return jdbi.withHandle(handle -> {
            handle.execute("create schema back_up");
            handle.execute("create table back_up.person_key as table person_key");
            handle.execute("create table back_up.requester as table requester");
            return handle.select(
                            "select k.wrapped, r.name from back_up.person_key k join back_up.requester r"
                                    + " on r.id = k.person_id where r.id = ?::uuid",
                            requester)
                    .map((row, context) -> new BackUp(row.getBytes("wrapped"), row.getBytes("name")))
                    .one();
        });
    }

    private String opened(BackUp stolen, String keyset) throws GeneralSecurityException {
        var key = TinkProtoKeysetFormat.parseEncryptedKeyset(
                stolen.wrapped(),
                MasterKeys.parse(keyset).wrapping(),
                bytes("person_key:" + requester),
                AeadConfig2026.get());
        return new String(
                key.getPrimitive(AeadConfig2026.get(), Aead.class)
                        .decrypt(stolen.name(), bytes("requester.name:" + requester)),
                StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void back_up_from_before_an_erasure_cannot_be_read_once_the_key_of_that_time_was_destroyed() throws Exception {
        programme.peer(Samples.amara());
        requester = opens(Samples.sam()).getString("requester.id");
        String keysetThen = file().read();
        BackUp stolen = backUp();
        ApiKeys.asAdmin()
                .delete("/v1/requesters/" + requester + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(200)
                .body("backUpsUnreadableSince", nullValue());
        assertEquals("Sam Okafor", opened(stolen, keysetThen), "the receipt says so: not yet");
        assertEquals("Sam Okafor", opened(stolen, file().read()), "not with the erasure alone");

        ExchangeKeys.Receipt receipt = exchange(file()).run();

        assertEquals(1, receipt.erasures());
        assertEquals(1, receipt.destroyed().size());
        String keysetNow = file().read();
        assertThrows(GeneralSecurityException.class, () -> opened(stolen, keysetNow));
        assertFalse(Files.exists(Path.of(TestSettings.keysetFile() + ".former")), "nothing is kept beside it");
        ApiKeys.as(Role.AUDITOR)
                .get("/v1/erasures")
                .then()
                .statusCode(200)
                .body("items[0].person", equalTo(requester))
                .body("items[0].wrappingKeys", contains(receipt.destroyed().get(0)))
                .body("items[0].backUpsUnreadableSince", notNullValue());
        ApiKeys.asAdmin()
                .get("/v1/encryption")
                .then()
                .body("wrappingKeyIds", contains(receipt.keyInUse()))
                .body("erasuresInBackUps", equalTo(0));
        assertTrue(ApiKeys.as(Role.AUDITOR).get("/v1/audit-events").asString().contains("WRAPPING_KEYS_GONE"));
    }

    @Test
    void conversation_goes_on_after_an_exchange_in_one_go() throws Exception {
        programme.peer(Samples.amara());
        Phone sam = sam();
        opens(Samples.sam());
        sam.receives("Amara");

        exchange(file()).run();
        exchange(file()).run();

        sam.replies("Still here");
        amara().receives("Still here");
    }

    @Test
    void file_that_the_service_does_not_read_is_not_exchanged(@org.junit.jupiter.api.io.TempDir Path elsewhere)
            throws IOException {
        Path other = Files.writeString(elsewhere.resolve("keyset.json"), MasterKeys.generate());
        String before = file().read();

        var stuck = assertThrows(
                ExchangeKeys.Stuck.class,
                () -> exchange(new KeysetFile(other, envelope)).run());

        assertTrue(stuck.getMessage().contains("is this the file that it reads?"), stuck.getMessage());
        assertEquals(before, file().read());
    }
}
