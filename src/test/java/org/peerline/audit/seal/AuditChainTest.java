package org.peerline.audit.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerline.audit.AuditEvent;

class AuditChainTest {
    private static final UUID ID = UUID.fromString("0199a0b1-7c00-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123456Z");

    private static AuditEvent event(String action, String detail, String purpose) {
        return new AuditEvent(ID, AT, "API_KEY", null, "ADMIN", action, "PEER", ID, detail, purpose);
    }

    private static byte[] hash(long number, byte[] previous, AuditEvent... events) {
        var chain = new AuditChain(number, previous);
        Arrays.stream(events).forEach(chain::add);
        return chain.hash();
    }

    @Test
    void same_entries_give_the_same_hash() {
        assertArrayEquals(
                hash(1, AuditChain.beginning(), event("A", null, "B")),
                hash(1, AuditChain.beginning(), event("A", null, "B")));
    }

    @Test
    void every_difference_shows() {
        byte[] one = hash(1, AuditChain.beginning(), event("A", null, "B"));

        for (byte[] other : new byte[][] {
            hash(2, AuditChain.beginning(), event("A", null, "B")),
            hash(1, one, event("A", null, "B")),
            hash(1, AuditChain.beginning(), event("A", "", "B")),
            hash(1, AuditChain.beginning(), event("A", "B", null)),
            hash(1, AuditChain.beginning(), event("AB", null, "")),
            hash(1, AuditChain.beginning(), event("A", null, "B"), event("A", null, "B")),
            hash(1, AuditChain.beginning())
        }) {
            assertFalse(Arrays.equals(one, other));
        }
    }
}
