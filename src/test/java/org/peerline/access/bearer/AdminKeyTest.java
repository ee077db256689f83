package org.peerline.access.bearer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.access.Token;
import org.peerline.core.StartupRefused;

class AdminKeyTest {
    @Test
    void only_the_configured_key_is_the_admin_key() {
        Token key = Token.random(Token.Kind.API_KEY);
        var configured = new AdminKey(Optional.of(key.text()));
        assertTrue(configured.is(key.hash()));
        assertFalse(configured.is(Token.random(Token.Kind.API_KEY).hash()));
        assertFalse(new AdminKey(Optional.empty()).is(key.hash()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "pl_short", "ps_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_key_of_another_form_stops_the_start(String configured) {
        assertThrows(StartupRefused.class, () -> new AdminKey(Optional.of(configured)));
    }
}
