package org.peerline.sms.outbox.dispatch.claim;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;

/**
 * A queue grows within seconds, and the statistics still say that there is none, or shrinks while they say that it is long:
 * whoever claims reads it by the indexes that are made for it all the same. Planned as it would be for any values.
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

    /** When the statistics were made. */
    enum Counted {
        BEFORE_IT_GREW,
        WHEN_IT_WAS_LONG
    }

    @Inject
    Jdbi jdbi;

    @AfterEach
    void short_again() {
        programme.reset();
        jdbi.useHandle(handle -> handle.execute("analyze message"));
    }

    @ParameterizedTest(name = "counted {0}")
    @EnumSource
    void the_oldest_come_in_the_order_of_their_index_and_each_is_asked_for_its_elders_by_one_more(Counted counted) {
        jdbi.useHandle(handle -> {
            fill(handle, counted);

            assertReadInOrder(plan(handle, OutboxClaims.dueInTurn("") + OutboxClaims.TAKE));
        });
    }

    @ParameterizedTest(name = "counted {0}")
    @EnumSource
    void so_they_do_when_numbers_have_a_pace(Counted counted) {
        jdbi.useHandle(handle -> {
            fill(handle, counted);

            assertReadInOrder(plan(handle, OutboxClaims.pacedInTurn()));
        });
    }

    @Test
    void nobody_looks_at_the_queue_while_the_provider_is_silent() {
        jdbi.useHandle(handle -> {
            fill(handle, Counted.WHEN_IT_WAS_LONG);
            handle.execute("insert into sending_hold (id, scope, code, since, probe_at) values (gen_random_uuid(),"
                    + " 'PROVIDER', 'timeout', now(), now())");

            List<String> plan = explain(
                    handle,
                    "analyze, timing off, summary off, costs off",
                    OutboxClaims.dueInTurn("") + OutboxClaims.TAKE);

            String whole = String.join("\n", plan);
            assertTrue(
                    plan.stream()
                            .anyMatch(line -> line.contains("Index Scan using message_due on message m")
                                    && line.contains("(never executed)")),
                    whole);
        });
    }

    private static void fill(Handle handle, Counted counted) {
        handle.execute(SENT_LONG_AGO);
        if (counted == Counted.BEFORE_IT_GREW) {
            handle.execute("analyze message");
        }
        handle.execute(QUEUED);
        if (counted == Counted.WHEN_IT_WAS_LONG) {
            handle.execute("analyze message");
        }
    }

    private static void assertReadInOrder(List<String> plan) {
        String whole = String.join("\n", plan);
        assertTrue(whole.contains("Index Scan using message_due on message m"), whole);
        assertTrue(whole.contains("Index Scan using message_under_way on message e"), whole);
        assertTrue(
                plan.stream()
                        .anyMatch(
                                line -> line.matches(".*Index Cond: \\(\\(to_key = m(_\\d)?\\.to_key\\) AND .*")
                                        && line.matches(
                                                ".*\\(from_number = m(_\\d)?\\.from_number\\) AND \\(seq < m(_\\d)?\\.seq\\).*")),
                whole);
        assertTrue(
                plan.stream()
                        .anyMatch(line -> line.matches(
                                ".*Index Cond: \\(\\(to_key = m(_\\d)?\\.to_key\\) AND \\(seq < m(_\\d)?\\.seq\\)\\)")),
                whole);
        assertTrue(whole.contains("Index Scan using message_urgent on message m"), whole);
        String ordinary = whole.substring(whole.indexOf("CTE ordinary"), whole.indexOf("CTE trying"));
        assertFalse(ordinary.contains("Sort"), whole);
        String trying = whole.substring(whole.indexOf("CTE trying"), whole.indexOf("Append"));
        assertTrue(trying.contains("message_pkey"), whole);
    }

    private static List<String> plan(Handle handle, String sql) {
        return explain(handle, "costs off", sql);
    }

    private static List<String> explain(Handle handle, String how, String sql) {
        handle.execute("set plan_cache_mode = force_generic_plan");
        handle.execute("prepare claiming (timestamptz, int, uuid, timestamptz, timestamptz, timestamptz) as "
                + sql.replace(":now", "$1")
                        .replace(":limit", "$2")
                        .replace(":claim", "$3")
                        .replace(":until", "$4")
                        .replace(":free", "$5")
                        .replace(":impossible", "$6"));
        try {
            return handle.createQuery("explain (" + how + ") execute claiming (now(), 64,"
                            + " '00000000-0000-0000-0000-000000000001', now(), now(), now())")
                    .mapTo(String.class)
                    .list();
        } finally {
            handle.execute("deallocate claiming");
            handle.execute("reset plan_cache_mode");
        }
    }
}
