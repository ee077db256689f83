package org.peerline.privacy.keyset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerline.core.StartupRefused;
import org.peerline.privacy.MasterKeys;

class KeysetsTest {
    private static final byte[] WORD = {1, 2, 3};

    @TempDir
    Path dir;

    @Test
    void wrapping_key_is_exchanged_in_three_steps_and_everything_stays_readable() throws GeneralSecurityException {
        String first = Keysets.generate();
        String added = Keysets.withNewKey(first);
        String inUse = Keysets.withNewestInUse(added);
        byte[] old = MasterKeys.parse(first).wrapping().encrypt(WORD, WORD);
        byte[] fresh = MasterKeys.parse(inUse).wrapping().encrypt(WORD, WORD);

        assertEquals(
                MasterKeys.parse(first).wrappingKeyId(), MasterKeys.parse(added).wrappingKeyId());
        assertNotEquals(
                MasterKeys.parse(first).wrappingKeyId(), MasterKeys.parse(inUse).wrappingKeyId());
        assertArrayEquals(
                WORD, MasterKeys.parse(added).wrapping().decrypt(fresh, WORD), "a copy one step behind reads on");
        assertArrayEquals(WORD, MasterKeys.parse(inUse).wrapping().decrypt(old, WORD));

        String dropped = Keysets.withoutFormerKeys(inUse);
        assertEquals(1, Keysets.wrappingKeys(dropped).size());
        assertArrayEquals(WORD, MasterKeys.parse(dropped).wrapping().decrypt(fresh, WORD));
        assertThrows(
                GeneralSecurityException.class,
                () -> MasterKeys.parse(dropped).wrapping().decrypt(old, WORD));
    }

    @Test
    void file_changes_as_a_whole_and_the_former_stays_beside_it() throws IOException {
        Path file = dir.resolve("keyset.json");
        var keyset = new KeysetFile(file, envelope(Map.of()));
        keyset.create(Keysets.generate());
        String before = Files.readString(file);

        keyset.change(Keysets::withNewKey);

        assertEquals(before, Files.readString(dir.resolve("keyset.json.former")));
        assertEquals(2, Keysets.wrappingKeys(keyset.read()).size());
        assertThrows(IOException.class, () -> keyset.create(Keysets.generate()), "nothing is written over");
    }

    @Test
    void new_file_is_readable_by_its_owner_only_and_a_change_that_fails_leaves_no_copy() throws IOException {
        Path file = dir.resolve("keyset.json");
        var keyset = new KeysetFile(file, envelope(Map.of()));
        keyset.create(Keysets.generate());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String before = Files.readString(file);
        // Something else stands where the former one would be kept.
        Files.createDirectories(dir.resolve("keyset.json.former").resolve("full"));

        assertThrows(IOException.class, () -> keyset.change(Keysets::withNewKey));

        assertEquals(before, Files.readString(file));
        try (var left = Files.list(dir)) {
            assertEquals(
                    Set.of("keyset.json", "keyset.json.former"),
                    left.map(path -> path.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void source_notices_a_changed_file_once() throws IOException {
        Path file = dir.resolve("keyset.json");
        var keyset = new KeysetFile(file, envelope(Map.of()));
        keyset.create(Keysets.generate());
        var source = new KeysetSource(Optional.of(file.toString()), envelope(Map.of()));
        source.read();
        assertEquals(Optional.empty(), source.changed());

        keyset.change(Keysets::withNewKey);

        assertEquals(2, Keysets.wrappingKeys(source.changed().orElseThrow()).size());
        assertEquals(Optional.empty(), source.changed());
        Files.delete(file);
        assertEquals(Optional.empty(), source.changed(), "what was read stays in use");
    }

    @Test
    void missing_keyset_and_missing_file_stop_the_start() {
        assertThrows(StartupRefused.class, () -> new KeysetSource(Optional.empty(), envelope(Map.of())));
        var nowhere = new KeysetSource(Optional.of("/no/such/file"), envelope(Map.of()));
        assertThrows(StartupRefused.class, nowhere::read);
    }

    @Test
    void vault_opens_and_closes_the_envelope_and_the_file_tells_nothing() throws IOException {
        HttpServer vault = vault();
        try {
            Map<String, String> settings = Map.of(
                    "peerline.vault.address",
                            "http://127.0.0.1:" + vault.getAddress().getPort(),
                    "peerline.vault.transit-key", "peerline",
                    "peerline.vault.token", "s.token");
            Path file = dir.resolve("keyset.json");
            var keyset = new KeysetFile(file, envelope(settings));
            keyset.create(Keysets.generate());

            assertFalse(Files.readString(file).contains("wrapping"));
            assertTrue(Files.readString(file).contains("vault:v1:"));
            assertEquals(
                    1,
                    Keysets.wrappingKeys(new KeysetSource(Optional.of(file.toString()), envelope(settings)).read())
                            .size());
            var withoutVault = new KeysetSource(Optional.of(file.toString()), envelope(Map.of()));
            assertTrue(assertThrows(StartupRefused.class, withoutVault::read)
                    .getMessage()
                    .contains("PEERLINE_VAULT_ADDRESS"));
        } finally {
            vault.stop(0);
        }
    }

    /** Turns every letter round: enough to see who opened what. */
    private static HttpServer vault() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/transit/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean allowed = "s.token".equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
            String value = body.substring(body.indexOf(':') + 2, body.lastIndexOf('"'));
            String answer = exchange.getRequestURI().getPath().equals("/v1/transit/encrypt/peerline")
                    ? "{\"data\":{\"ciphertext\":\"vault:v1:" + new StringBuilder(value).reverse() + "\"}}"
                    : "{\"data\":{\"plaintext\":\"" + new StringBuilder(value.substring(9)).reverse() + "\"}}";
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(allowed ? 200 : 403, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static KeysetEnvelope envelope(Map<String, String> settings) {
        Config config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return new KeysetEnvelope(config);
    }
}
