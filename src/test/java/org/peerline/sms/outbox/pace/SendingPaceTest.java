package org.peerline.sms.outbox.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.core.Identifier;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;

/** The pace of a number is kept in the database, so that replicas share it. */
@PeerlineTest
class SendingPaceTest {
    private static final Instant NOW = Programme.MONDAY;

    private final SendingPace pace = new SendingPace(new PacePlan(1, Duration.ZERO));

    @Inject
    Jdbi jdbi;

    @Inject
    Programme programme;

    @BeforeEach
    void fresh_world() {
        programme.reset();
    }

    @Test
    void replicas_that_claim_at_once_keep_one_pace_together() throws Exception {
        var replicas = Executors.newFixedThreadPool(4);
        try {
            for (int second = 0; second < 5; second++) {
                Instant now = NOW.plusSeconds(second);
                List<Callable<Integer>> rounds = new ArrayList<>();
                for (int replica = 0; replica < 4; replica++) {
                    rounds.add(() -> admit(texts("+447400100001", 10), now).size());
                }
                int admitted = 0;
                for (var round : replicas.invokeAll(rounds)) {
                    admitted += round.get();
                }
                assertEquals(1, admitted, "in second " + second);
            }
        } finally {
            replicas.shutdown();
        }
    }

    @Test
    void number_at_its_pace_holds_up_no_other() {
        admit(texts("+447400100001", 1), NOW);
        List<SendingPace.Waiting> waiting = new ArrayList<>(texts("+447400100001", 50));
        List<SendingPace.Waiting> other = texts("+447400100002", 1);
        waiting.addAll(other);

        assertEquals(List.of(other.get(0).id()), admit(waiting, NOW));
    }

    @Test
    void texts_of_one_number_go_in_their_order() {
        List<SendingPace.Waiting> waiting = texts("+447400100001", 3);

        assertEquals(List.of(waiting.get(0).id()), admit(waiting, NOW));
        assertEquals(List.of(waiting.get(1).id()), admit(waiting.subList(1, 3), NOW.plusSeconds(1)));
    }

    @Test
    void whoever_is_in_danger_waits_for_no_pace() {
        admit(texts("+447400100001", 1), NOW);
        var answer = new SendingPace.Waiting(Identifier.next(), "+447400100001", 2, true);

        assertEquals(List.of(answer.id()), admit(List.of(answer), NOW));
        assertEquals(1, admit(texts("+447400100001", 2), NOW.plusSeconds(1)).size(), "the pace is what it was");
    }

    private List<UUID> admit(List<SendingPace.Waiting> waiting, Instant now) {
        return jdbi.inTransaction(handle -> pace.admit(handle, waiting, now, 64));
    }

    private static List<SendingPace.Waiting> texts(String number, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new SendingPace.Waiting(Identifier.next(), number, 1, false))
                .toList();
    }
}
