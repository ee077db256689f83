package org.peerline.relay.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.core.TimeSource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Several copies of the service look at the same clocks at the same moment. */
@PeerlineTest
class FirstContactOnceTest extends RestWorld {
    private static final int REQUESTS = 12;
    private static final int COPIES = 4;

    @Inject
    FirstContactClock clock;

    @Inject
    TimeSource time;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void many_requesters_are_silent() {
        programme.peer(Samples.withCapacity(Samples.amara(), 50));
        programme.peer(Samples.withCapacity(Samples.peer("Dr Ben T", "Ben Taylor", "+447400300002", "7000002"), 50));
        for (int i = 0; i < REQUESTS; i++) {
            opens(Samples.request("Sam Okafor", "+4474002001" + (10 + i)));
        }
    }

    @AfterEach
    void time_goes_on_from_its_beginning() {
        programme.reset();
    }

    private int allCopiesAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(COPIES);
        try {
            List<Future<Integer>> rounds = new ArrayList<>();
            for (int copy = 0; copy < COPIES; copy++) {
                rounds.add(threads.submit((Callable<Integer>) clock::runDue));
            }
            int taken = 0;
            for (Future<Integer> round : rounds) {
                taken += round.get();
            }
            return taken;
        } finally {
            threads.shutdown();
        }
    }

    private int count(String query) {
        return jdbi.withHandle(
                handle -> handle.select(query).mapTo(Integer.class).one());
    }

    @Test
    void each_step_is_taken_once() throws Exception {
        int texts = count("select count(*) from message");
        programme.timeIs(time.now().plus(Duration.ofHours(25)));
        assertEquals(REQUESTS, allCopiesAtOnce() + allCopiesAtOnce());
        assertEquals(texts + REQUESTS, count("select count(*) from message"));

        programme.timeIs(time.now().plus(Duration.ofDays(14)));
        assertEquals(REQUESTS, allCopiesAtOnce() + allCopiesAtOnce());
        assertEquals(REQUESTS, count("select count(*) from support_request where outcome = 'NO_FIRST_TEXT'"));
        assertEquals(texts + 3 * REQUESTS, count("select count(*) from message"), "one farewell for each of the two");
        assertEquals(0, count("select sum(open_assignments) from peer"));
    }
}
