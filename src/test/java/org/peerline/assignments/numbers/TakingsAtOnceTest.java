package org.peerline.assignments.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;

/** Two peers who are each other's requesters at one moment take a number each, and nobody waits for ever. */
@PeerlineTest
class TakingsAtOnceTest extends RestWorld {
    private static final int ROUNDS = 60;

    @Inject
    RelayNumbers relayNumbers;

    @Inject
    Jdbi jdbi;

    @Test
    void two_takings_of_the_same_two_handsets_the_other_way_round_end_both() throws Exception {
        slowDown("before");
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                bothAtOnce(threads::submit);
            }
        } finally {
            threads.shutdownNow();
            slowDown("never");
        }
    }

    private void bothAtOnce(java.util.function.Function<Callable<Boolean>, Future<Boolean>> start) throws Exception {
        var together = new CyclicBarrier(2);
        var taken = new ArrayList<Future<Boolean>>();
        for (List<String> keys : List.of(List.of("a", "b"), List.of("b", "a"))) {
            taken.add(start.apply(() -> {
                together.await(20, TimeUnit.SECONDS);
                return takeAndGiveBack(keys.get(0), keys.get(1));
            }));
        }
        for (var one : taken) {
            assertEquals(true, one.get(20, TimeUnit.SECONDS));
        }
    }

    private boolean takeAndGiveBack(String requester, String peer) {
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID assignment = UUID.randomUUID();
            var pair = new RelayNumbers.Pair(UUID.randomUUID(), requester, UUID.randomUUID(), peer);
            boolean got = relayNumbers.take(assignment, pair).isPresent();
            relayNumbers.giveBack(assignment);
            return got;
        });
    }

    /** Between the two places of a taking a moment passes, so that what could go wrong does. */
    private void slowDown(String when) {
        jdbi.useHandle(handle -> {
            handle.execute("drop trigger if exists slowly on relay_place");
            if (when.equals("before")) {
                handle.execute("create or replace function slowly() returns trigger language plpgsql as"
                        + " 'begin perform pg_sleep(0.01); return new; end'");
                handle.execute(
                        "create trigger slowly before insert on relay_place for each row execute function slowly()");
            } else {
                handle.execute("drop function if exists slowly()");
            }
        });
    }
}
