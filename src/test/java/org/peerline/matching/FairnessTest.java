package org.peerline.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.matching.Candidates.Builder;
import org.peerline.matching.Need.Wishes;

/** Years of requests in a moment: equal peers carry equal shares, whatever chance does to each of them. */
class FairnessTest {
    private static final int REQUESTS = 10_000;
    private static final int PEERS = 20;
    private static final int CAPACITY = 5;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Need ANYBODY =
            new Need("requester", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Wishes.NONE, Set.of());

    /** One peer as the database would keep them. */
    private static final class Simulated {
        private final int number;
        private final ArrayDeque<Instant> counted = new ArrayDeque<>();
        private int open;
        private int asked;
        private Duration carried = Duration.ZERO;

        private Simulated(int number) {
            this.number = number;
        }

        Candidate candidate() {
            Builder builder = Candidates.peer(number).load(open, CAPACITY).inWindow(0, 500);
            return (counted.isEmpty()
                            ? builder
                            : builder.lastAssigned(counted.getLast().toString()))
                    .get();
        }

        void assign(Instant now) {
            open++;
            asked++;
            counted.addLast(now);
        }

        void end(Instant assigned, boolean counts) {
            open--;
            if (!counts) {
                counted.removeLastOccurrence(assigned);
            }
        }
    }

    private record Ending(Instant at, Simulated peer, Instant assigned, boolean counts) {}

    /** How a conversation of a peer goes: how long it lasts, and whether it counts. */
    private interface Fate {
        Ending of(Simulated peer, Instant assigned, Random random);
    }

    /** Some are over with one call, some take a week. */
    private static Ending shortOrLong(Simulated peer, Instant assigned, Random random) {
        return new Ending(assigned.plus(Duration.ofHours(1 + random.nextInt(200))), peer, assigned, true);
    }

    private static Ending alike(Simulated peer, Instant assigned, Random random) {
        return new Ending(assigned.plus(Duration.ofHours(80 + random.nextInt(40))), peer, assigned, true);
    }

    /** Every third request of the first five peers comes to nothing: handed back within an hour, or never begun. */
    private static Fate withBadLuck(Fate usual) {
        return (peer, assigned, random) -> peer.number <= 5 && peer.asked % 3 == 0
                ? new Ending(assigned.plus(Duration.ofMinutes(10 + random.nextInt(60))), peer, assigned, false)
                : usual.of(peer, assigned, random);
    }

    private static List<Simulated> simulate(long seed, Fate fate) {
        var random = new Random(seed);
        var peers = IntStream.range(1, PEERS + 1).mapToObj(Simulated::new).toList();
        var endings = new PriorityQueue<>(Comparator.comparing(Ending::at));
        Instant now = BEGIN;
        for (int request = 0; request < REQUESTS; request++) {
            now = now.plus(Duration.ofMinutes(30 + random.nextInt(120)));
            while (!endings.isEmpty() && !endings.peek().at().isAfter(now)) {
                Ending ending = endings.poll();
                ending.peer().end(ending.assigned(), ending.counts());
            }
            var match =
                    Match.of(ANYBODY, peers.stream().map(Simulated::candidate).toList());
            if (match instanceof Match.Eligible eligible) {
                long chosen = eligible.ranked().get(0).peerId().getLeastSignificantBits();
                Simulated peer = peers.get((int) chosen - 1);
                peer.assign(now);
                Ending ending = fate.of(peer, now, random);
                peer.carried = peer.carried.plus(Duration.between(now, ending.at()));
                endings.add(ending);
            }
        }
        return peers;
    }

    /** The largest difference of two shares, in percent of the mean. */
    private static double spread(List<Simulated> peers, ToDoubleFunction<Simulated> share) {
        double[] shares = peers.stream().mapToDouble(share).toArray();
        double most = Arrays.stream(shares).max().orElseThrow();
        double least = Arrays.stream(shares).min().orElseThrow();
        return 100 * (most - least) / Arrays.stream(shares).average().orElseThrow();
    }

    private static void fair(String what, double spread) {
        assertTrue(spread < 5, what + " differ by " + spread + " %");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equal_peers_carry_equal_loads_however_long_each_conversation_takes(long seed) {
        fair("hours", spread(simulate(seed, FairnessTest::shortOrLong), peer -> peer.carried.toMinutes()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equal_peers_have_equally_many_where_conversations_take_alike(long seed) {
        fair("requests", spread(simulate(seed, FairnessTest::alike), peer -> peer.counted.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neither_a_no_show_nor_a_pass_counts_against_a_share(long seed) {
        fair("hours", spread(simulate(seed, withBadLuck(FairnessTest::shortOrLong)), peer -> peer.carried.toMinutes()));
        fair("requests", spread(simulate(seed, withBadLuck(FairnessTest::alike)), peer -> peer.counted.size()));
    }

    @Test
    void same_state_gives_the_same_answer_whatever_order_it_is_read_in() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var roster = new ArrayList<Candidate>();
            for (int number = 1; number <= 30; number++) {
                Builder builder = Candidates.peer(number).load(random.nextInt(4), 3);
                roster.add((random.nextBoolean() ? builder : builder.later()).get());
            }
            Match first = Match.of(ANYBODY, roster);
            Collections.shuffle(roster, random);
            assertEquals(first, Match.of(ANYBODY, roster));
        }
    }
}
