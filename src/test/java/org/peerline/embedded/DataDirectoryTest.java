package org.peerline.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.core.StartupRefused;

class DataDirectoryTest {
    @TempDir
    Path temporary;

    private DataDirectory home;

    @BeforeEach
    void open() {
        home = DataDirectory.open(temporary.resolve("data"));
    }

    @AfterEach
    void close() throws IOException {
        home.close();
    }

    @Test
    void keys_are_made_once_and_the_same_again_later() {
        var first = GeneratedKeys.adminKey(home);
        var later = GeneratedKeys.adminKey(home);
        assertTrue(first.value().matches("pl_[A-Za-z0-9_-]{43}"), "form of a key");
        assertTrue(first.justMade());
        assertEquals(first.value(), later.value());
        assertFalse(later.justMade());
        assertEquals(GeneratedKeys.keyset(home), GeneratedKeys.keyset(home));
        assertNotEquals(GeneratedKeys.newApiKey(), GeneratedKeys.newApiKey());
    }

    @Test
    void a_keyset_is_never_made_anew_beside_a_database() throws IOException {
        Files.createFile(home.resolve("pg18.ready"));
        assertThrows(StartupRefused.class, () -> GeneratedKeys.keyset(home));
    }

    @Test
    void the_database_of_another_major_version_is_left_alone() throws IOException {
        Path older = Files.createDirectory(home.resolve("pg17"));
        Files.createFile(home.resolve("pg17.ready"));
        var refused = assertThrows(StartupRefused.class, () -> EmbeddedDatabase.start(home));
        assertTrue(refused.getMessage().contains("PostgreSQL 17"), refused.getMessage());
        assertTrue(Files.exists(older));
        assertFalse(Files.exists(home.resolve("pg18")));
    }

    @Test
    void an_interrupted_write_of_a_secret_is_done_again() throws IOException {
        Files.writeString(home.resolve("password.part"), "half");
        home.keepSecret("password", "whole");
        assertEquals("whole", Files.readString(home.resolve("password")));
        assertFalse(Files.exists(home.resolve("password.part")));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,postgres-linux-x86_64.txz",
        "Linux,aarch64,postgres-linux-arm_64.txz",
        "Mac OS X,aarch64,postgres-darwin-arm_64.txz",
        "Windows 11,amd64,postgres-windows-x86_64.txz"
    })
    void the_binaries_of_each_platform_have_their_name(String system, String machine, String archive) {
        assertEquals(archive, Binaries.archive(system, machine));
    }
}
