package org.peerline.api.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.api.problem.PreconditionFailed;
import org.peerline.api.problem.PreconditionRequired;

class EntityTagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "W/\"3\"", "\"1\", \"3\"", "*"})
    void the_present_version_may_be_changed(String ifMatch) {
        assertDoesNotThrow(() -> EntityTags.check(ifMatch, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "3", "\"33\"", "nonsense"})
    void another_version_may_not(String ifMatch) {
        assertThrows(PreconditionFailed.class, () -> EntityTags.check(ifMatch, 3));
    }

    @Test
    void a_change_needs_a_version() {
        assertThrows(PreconditionRequired.class, () -> EntityTags.check(null, 3));
        assertThrows(PreconditionRequired.class, () -> EntityTags.check(" ", 3));
        assertEquals("\"3\"", EntityTags.of(3));
    }
}
