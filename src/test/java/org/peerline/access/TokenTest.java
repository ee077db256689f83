package org.peerline.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    @ParameterizedTest
    @EnumSource
    void a_new_token_reads_back_and_does_not_print(Token.Kind kind) {
        Token token = Token.random(kind);
        assertEquals(token, Token.parse(token.text()).orElseThrow());
        assertFalse(token.toString().contains(token.text().substring(3)));
        assertFalse(token.equals(Token.random(kind)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pl_", "pl_short", "px_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Bearer pl_x"})
    void other_text_is_no_token(String text) {
        assertTrue(Token.parse(text).isEmpty());
    }

    @Test
    void the_names_for_annotations_are_the_roles() throws IllegalAccessException {
        for (Field name : Roles.class.getFields()) {
            assertEquals(name.getName(), name.get(null));
        }
        Set<String> names =
                Arrays.stream(Roles.class.getFields()).map(Field::getName).collect(Collectors.toSet());
        assertEquals(Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet()), names);
    }
}
