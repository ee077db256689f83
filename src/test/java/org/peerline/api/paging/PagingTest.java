package org.peerline.api.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.api.problem.BadInput;

class PagingTest {
    private static final UUID A = UUID.fromString("0199a0b1-7c00-7000-8000-000000000001");
    private static final UUID B = UUID.fromString("0199a0b1-7c00-7000-8000-000000000002");

    @Test
    void a_cursor_reads_back() {
        var at = Instant.parse("2026-11-22T10:02:11.123456Z");
        assertEquals(Optional.of(Cursor.of(A)), Cursor.decode(Cursor.of(A).encoded()));
        assertEquals(
                Optional.of(Cursor.of(at, A)), Cursor.decode(Cursor.of(at, A).encoded()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "not base64!", "AAAA", "0199a0b1-7c00-7000-8000-000000000001"})
    void a_cursor_that_we_did_not_give_is_bad_input(String cursor) {
        var refused = assertThrows(BadInput.class, () -> PageRequest.of(null, cursor));
        assertEquals("cursor", refused.violations().get(0).field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "ten", "", "1.5", "9999999999"})
    void a_limit_out_of_range_is_bad_input(String limit) {
        var refused = assertThrows(BadInput.class, () -> PageRequest.of(limit, null));
        assertEquals("limit", refused.violations().get(0).field());
    }

    @Test
    void the_extra_row_only_tells_that_there_is_more() {
        var asked = PageRequest.of("1", null);
        var first = Page.of(List.of(A, B), asked, Cursor::of, UUID::toString);
        assertEquals(List.of(A.toString()), first.items());
        assertEquals(Optional.of(Cursor.of(A)), Cursor.decode(first.nextCursor()));
        assertNull(Page.of(List.of(B), asked, Cursor::of, UUID::toString).nextCursor());
        assertEquals(50, PageRequest.of(null, null).limit());
    }
}
