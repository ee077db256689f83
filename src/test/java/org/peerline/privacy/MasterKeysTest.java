package org.peerline.privacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.core.PhoneNumber;
import org.peerline.core.StartupRefused;
import org.peerline.privacy.keyset.Keysets;

class MasterKeysTest {
    private static final byte[] WORD = {1, 2, 3};

    @Test
    void a_generated_keyset_reads_back_from_json_and_from_a_file(@TempDir Path dir) throws Exception {
        String json = MasterKeys.generate();
        Path file = Files.writeString(dir.resolve("keyset.json"), json);

        byte[] sealed = MasterKeys.parse(json).wrapping().encrypt(WORD, WORD);

        assertArrayEquals(
                WORD, MasterKeys.parse(Files.readString(file)).wrapping().decrypt(sealed, WORD));
    }

    @Test
    void the_blind_index_is_the_same_for_the_same_keyset_and_differs_by_keyset_and_kind() {
        String json = MasterKeys.generate();
        var number = new PhoneNumber("+447400123456");
        var index = new BlindIndex(MasterKeys.parse(json).index());

        assertEquals(index.of(number), new BlindIndex(MasterKeys.parse(json).index()).of(number));
        assertNotEquals(
                index.of(number),
                new BlindIndex(MasterKeys.parse(MasterKeys.generate()).index()).of(number));
        assertNotEquals(index.of("name", "x"), index.of("employer", "x"));
        assertEquals(22, index.of(number).length());
    }

    @Test
    void new_index_key_goes_over_the_former_ones() {
        String before = MasterKeys.generate();
        IndexKeys former = MasterKeys.parse(before).index();
        IndexKeys now = MasterKeys.parse(Keysets.withNewIndexKey(before)).index();

        assertEquals(2, now.count());
        assertNotEquals(former.of("name", "x"), now.of("name", "x"));
        assertEquals(now.of("name", "x"), now.over(former.of("name", "x"), 1));
        assertEquals(former.of("name", "x"), now.first(1).of("name", "x"));
        assertNotEquals(
                now.of("name", "x"),
                MasterKeys.parse(Keysets.withNewIndexKey(before)).index().of("name", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"wrapping\":{},\"index\":{}}", "{broken", "\0"})
    void anything_else_refuses_the_start_without_quoting_the_value(String configured) {
        var refused = assertThrows(StartupRefused.class, () -> MasterKeys.parse(configured));

        assertFalse(configured.length() > 3 && refused.getMessage().contains(configured));
    }
}
