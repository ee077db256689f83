package org.peerline.sms.outbox.dispatch.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;

/**
 * A queue grows within seconds, and the statistics still say that there is none: whoever claims reads it by the indexes
 * that are made for it all the same. Planned as it would be for any values.
 */
@PeerlineTest
class LongQueuePlansTest extends RestWorld {
    private static final String SENT_LONG_AGO = """
            insert into message (id, kind, author, from_number, to_party, to_key, status, created_at, due_at, expires_at)
            select gen_random_uuid(), 'RELAYED', 'PEER', '+4474001' || lpad((n % 20)::text, 5, '0'), 'REQUESTER',
                'number' || n % 500, 'SENT', now(), now(), now()
            from generate_series(1, 20000) as n
            """;
    private static final String QUEUED = SENT_LONG_AGO.replace("'SENT'", "'QUEUED'");

    @Inject
    Jdbi jdbi;

    @AfterEach
    void short_again() {
        programme.reset();
        jdbi.useHandle(handle -> handle.execute("analyze message"));
    }

    @Test
    void the_oldest_come_in_the_order_of_their_index_and_each_is_asked_for_its_elders_by_one_more() {
        jdbi.useHandle(handle -> {
            handle.execute(SENT_LONG_AGO);
            handle.execute("analyze message");
            handle.execute(QUEUED);

            List<String> plan = plan(handle, (OutboxClaims.CLAIM + OutboxClaims.TAKE).replace(":until", "now()"));

            String whole = String.join("\n", plan);
            assertTrue(whole.contains("Index Scan using message_due on message m"), whole);
            assertTrue(whole.contains("Index Scan using message_under_way on message e"), whole);
            assertTrue(
                    plan.stream()
                            .anyMatch(line -> line.contains("Index Cond: ((from_number = m_1.from_number)")
                                    && line.contains("(to_key = m_1.to_key) AND (seq < m_1.seq)")),
                    whole);
            assertEquals(0, plan.stream().filter(line -> line.contains("Sort")).count(), whole);
        });
    }

    private static List<String> plan(Handle handle, String sql) {
        handle.execute("set plan_cache_mode = force_generic_plan");
        handle.execute("prepare claiming (timestamptz, int, uuid) as "
                + sql.replace(":now", "$1").replace(":limit", "$2").replace(":claim", "$3"));
        try {
            return handle.createQuery(
                            "explain (costs off) execute claiming (now(), 64, '00000000-0000-0000-0000-000000000001')")
                    .mapTo(String.class)
                    .list();
        } finally {
            handle.execute("deallocate claiming");
            handle.execute("reset plan_cache_mode");
        }
    }
}
