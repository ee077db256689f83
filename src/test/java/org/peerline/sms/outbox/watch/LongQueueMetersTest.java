package org.peerline.sms.outbox.watch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;

/** Whoever reads the metrics does not read a long queue, though the statistics say that there is none, or that it is long. */
@PeerlineTest
class LongQueueMetersTest extends RestWorld {
    private static final String TEXTS = """
            insert into message (id, kind, author, from_number, to_party, to_key, status, attempts, first_due_at,
                created_at, due_at, expires_at)
            select gen_random_uuid(), 'RELAYED', 'PEER', '+447400100001', 'REQUESTER', 'number' || n, '%s', 1,
                case when %b then now() end, now(), now(), now()
            from generate_series(1, 20000) as n
            """;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void short_again() {
        programme.reset();
        jdbi.useHandle(handle -> handle.execute("analyze message"));
    }

    @ParameterizedTest(name = "counted when it was long: {0}")
    @ValueSource(booleans = {false, true})
    void each_question_has_its_own_index(boolean countedLong) {
        jdbi.useHandle(handle -> {
            handle.execute(TEXTS.formatted("SENT", false));
            handle.execute("analyze message");
            handle.execute(TEXTS.formatted("QUEUED", true));
            if (countedLong) {
                handle.execute("analyze message");
            }

            String plan = plan(handle);

            assertFalse(plan.contains("Seq Scan on message"), plan);
            assertFalse(plan.contains("Sort"), plan);
            assertTrue(plan.contains("Index Only Scan using message_due on message m"), plan);
            assertTrue(plan.contains("Index Only Scan using message_tried_in_vain on message m"), plan);
            assertTrue(plan.contains("message_shown"), plan);
        });
    }

    private static String plan(Handle handle) {
        return String.join(
                "\n",
                handle.createQuery("explain (costs off) " + OutTrayMeters.LOOK.replace(":now", "now()"))
                        .mapTo(String.class)
                        .list());
    }
}
