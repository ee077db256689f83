package org.peerline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.peerline.core.Party;
import org.peerline.testkit.CallsOnRecord;
import org.peerline.testkit.Days;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;
import org.peerline.testkit.SignedWebhook;

/** Both text at the same moment, through the signed webhook and on real threads: one comes first, and both hear the same. */
@PeerlineTest
class StepsAtOnceTest {
    private static final int TIMES = 5;

    private final SignedWebhook webhook = new SignedWebhook();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @Inject
    Programme programme;

    @Inject
    Pairs pairs;

    @Inject
    CallsOnRecord record;

    @Inject
    FollowCalls followCalls;

    @BeforeEach
    void monday_morning() {
        programme.reset();
    }

    @AfterEach
    void no_thread_is_left() {
        threads.shutdownNow();
    }

    @RepeatedTest(TIMES)
    void two_suggestions_at_once_leave_one_open() throws Exception {
        Pair pair = pairs.newPair();
        atOnce(texts(pair, PEER, "CALL tomorrow 7pm"), texts(pair, REQUESTER, "CALL tomorrow 8pm"));
        assertEquals(List.of("COUNTERED", "PROPOSED"), record.statuses(pair));
        nobodyWasToldOfAnAgreement(pair);
    }

    @RepeatedTest(TIMES)
    void the_same_time_suggested_by_both_at_once_is_agreed_once() throws Exception {
        Pair pair = pairs.newPair();
        atOnce(texts(pair, PEER, "CALL tomorrow 7pm"), texts(pair, REQUESTER, "CALL tomorrow 7pm"));
        assertEquals(List.of("AGREED"), record.statuses(pair));
        assertEquals(2, record.agreements(pair).size());
        bothWereToldOfOneAgreement(pair);
    }

    @RepeatedTest(TIMES)
    void an_ok_and_a_newer_time_at_once_agree_the_old_time_or_nothing() throws Exception {
        Pair pair = proposed();
        atOnce(texts(pair, REQUESTER, "OK"), texts(pair, PEER, "CALL tomorrow 8pm"));
        List<String> statuses = record.statuses(pair);
        assertTrue(
                Set.of(List.of("AGREED", "PROPOSED"), List.of("CANCELLED", "PROPOSED"))
                        .contains(statuses),
                statuses.toString());
        if (statuses.get(0).equals("AGREED")) {
            bothWereToldOfOneAgreement(pair);
        } else {
            nobodyWasToldOfAnAgreement(pair);
        }
    }

    @RepeatedTest(TIMES)
    void an_ok_and_the_taking_back_at_once_end_in_one_of_the_two() throws Exception {
        Pair pair = proposed();
        atOnce(texts(pair, REQUESTER, "OK"), texts(pair, PEER, "DROP"));
        // The later DROP calls off what the OK had agreed: both ways it is off, and both have been told.
        assertEquals(List.of("CANCELLED"), record.statuses(pair));
        assertEquals(List.of(), record.planned(pair));
    }

    @RepeatedTest(TIMES)
    void two_oks_at_once_agree_once() throws Exception {
        Pair pair = proposed();
        atOnce(texts(pair, REQUESTER, "OK"), texts(pair, REQUESTER, "OK"));
        assertEquals(List.of("AGREED"), record.statuses(pair));
        assertEquals(List.of("PEER SMS", "REQUESTER SMS"), record.agreements(pair));
        bothWereToldOfOneAgreement(pair);
    }

    @RepeatedTest(TIMES)
    void several_replicas_remind_once() throws Exception {
        Pair pair = proposed();
        pair.text(REQUESTER, "OK");
        programme.timeIs(Days.at(1, 18).toInstant().plusSeconds(1));
        pair.news();
        atOnce(followCalls::runDue, followCalls::runDue, followCalls::runDue, followCalls::runDue);
        followCalls.runDue();
        assertEquals(
                List.of("REMINDER", "REMINDER"),
                pair.news().stream().map(Owed::kind).toList());
        assertEquals(List.of("OUTCOME_QUESTION"), record.planned(pair));
    }

    private Pair proposed() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 7pm");
        pair.news();
        return pair;
    }

    private static void nobodyWasToldOfAnAgreement(Pair pair) {
        assertEquals(List.of(), agreements(pair));
    }

    private static void bothWereToldOfOneAgreement(Pair pair) {
        List<Owed> told = agreements(pair);
        assertEquals(2, told.size(), told.toString());
        assertEquals(Set.of(Party.values()), told.stream().map(Owed::to).collect(Collectors.toSet()));
        assertEquals(
                1,
                told.stream()
                        .map(owed -> owed.text().replaceFirst("call with .*? on", "call on"))
                        .distinct()
                        .count());
    }

    private static List<Owed> agreements(Pair pair) {
        return pair.news().stream()
                .filter(owed -> owed.text().startsWith("Agreed by you both"))
                .toList();
    }

    private Callable<Integer> texts(Pair pair, Party sender, String words) {
        String from = pair.number(sender).e164();
        String to = pair.relayNumber().e164();
        return () -> webhook.text(from, to, words).statusCode();
    }

    @SafeVarargs
    private void atOnce(Callable<Integer>... steps) throws Exception {
        var start = new CyclicBarrier(steps.length);
        List<Future<Integer>> running = new ArrayList<>();
        for (Callable<Integer> step : steps) {
            running.add(threads.submit(() -> {
                start.await();
                return step.call();
            }));
        }
        for (Future<Integer> one : running) {
            int answer = one.get();
            assertTrue(answer <= 200, "answered " + answer);
        }
    }
}
