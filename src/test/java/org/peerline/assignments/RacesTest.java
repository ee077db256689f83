package org.peerline.assignments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.core.PhoneNumber;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.requests.Plea;
import org.peerline.requests.profile.Address;
import org.peerline.requests.profile.RequesterProfile;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Hundreds at once, on real threads and a real database: everybody keeps what they were promised, and nobody fails. */
@PeerlineTest
class RacesTest extends RestWorld {
    private static final int AT_ONCE = 16;

    @Inject
    Life life;

    @Inject
    Jdbi jdbi;

    private static RequesterProfile requester(int number) {
        return new RequesterProfile(
                "Caller Number",
                new PhoneNumber("+4474005%05d".formatted(number)),
                new Address("1 High Street", null, "Leeds", "LS1 1AA"),
                LocalDate.of(1990, 1, 1).plusDays(number),
                "GP",
                null,
                null,
                null,
                List.of(),
                false,
                "en");
    }

    private List<PeerProfile> roster(int peers, int mostCapacity) {
        return roster(peers, mostCapacity, 0);
    }

    private List<PeerProfile> roster(int peers, int mostCapacity, int first) {
        var profiles = new ArrayList<PeerProfile>();
        for (int n = first; n < first + peers; n++) {
            profiles.add(Samples.withCapacity(
                    Samples.peer("Dr Peer " + n, "Peer Number" + n, "+4474006%05d".formatted(n), "%07d".formatted(n)),
                    1 + n % mostCapacity));
        }
        return profiles;
    }

    /** Nothing but what a step throws makes this fail: a deadlock that anybody could see would. */
    private static void allAtOnce(List<Callable<Void>> steps) throws Exception {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (var done : threads.invokeAll(steps, 5, TimeUnit.MINUTES)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Void> step(Runnable what) {
        return () -> {
            what.run();
            return null;
        };
    }

    private void serveAll() {
        while (life.serve() > 0) {
            // What was given to one may have freed another.
        }
    }

    @Test
    void hundreds_of_requests_passes_changes_and_closes_break_no_promise() throws Exception {
        long seed = System.nanoTime();
        List<UUID> peers = roster(24, 4).stream().map(programme::peer).toList();
        Queue<UUID> opened = new ConcurrentLinkedQueue<>();
        var steps = new ArrayList<Callable<Void>>();
        for (int n = 0; n < 150; n++) {
            var who = requester(n);
            steps.add(step(() -> opened.add(life.open(who, Plea.NOTHING_SPECIAL))));
        }
        allAtOnce(steps);
        assertEquals(List.of(), life.broken(), "seed " + seed);

        steps.clear();
        var random = new Random(seed);
        var requests = new ArrayList<>(opened);
        for (int n = 0; n < 300; n++) {
            UUID request = requests.get(random.nextInt(requests.size()));
            UUID peer = peers.get(random.nextInt(peers.size()));
            int kind = random.nextInt(10);
            int somebodyNew = 150 + n;
            steps.add(step(() -> {
                switch (kind) {
                    case 0, 1, 2 -> life.pass(request);
                    case 3 -> life.change(request);
                    case 4, 5 -> life.close(request);
                    case 6 -> life.firstText(request);
                    case 7 -> life.serve();
                    case 8 -> {
                        life.pause(peer);
                        life.resume(peer);
                    }
                    default -> life.open(requester(somebodyNew), Plea.NOTHING_SPECIAL);
                }
            }));
        }
        allAtOnce(steps);
        serveAll();

        assertEquals(List.of(), life.broken(), "seed " + seed);
        assertTrue(life.together().size() > 10, "seed " + seed);
        nobodyWaitsForWhoeverHasRoom(seed);
        twilio.reset();
    }

    @Test
    void peers_who_leave_come_back_stop_or_are_brought_in_meanwhile_break_no_promise_either() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<PeerProfile> profiles = roster(20, 4);
        List<UUID> peers = profiles.stream().map(programme::peer).toList();
        Queue<UUID> opened = new ConcurrentLinkedQueue<>();
        for (int n = 0; n < 40; n++) {
            opened.add(life.open(requester(n), Plea.NOTHING_SPECIAL));
        }
        var steps = new ArrayList<Callable<Void>>();
        for (int n = 0; n < 240; n++) {
            UUID request = new ArrayList<>(opened).get(random.nextInt(40));
            int who = random.nextInt(peers.size());
            int other = (who + 1 + random.nextInt(peers.size() - 1)) % peers.size();
            int kind = random.nextInt(12);
            int number = 100 + n;
            steps.add(step(() -> {
                switch (kind) {
                    case 0, 1 -> life.pass(request);
                    case 2 -> life.close(request);
                    case 3 -> life.firstText(request);
                    case 4, 5 -> life.open(requester(number), Plea.NOTHING_SPECIAL);
                    case 6 -> life.leave(peers.get(who), true);
                    case 7 -> life.leave(peers.get(who), false);
                    case 8 -> life.comeBack(peers.get(who));
                    case 9 -> life.stopAndStart(profiles.get(who).identity().mobileNumber());
                    case 10 ->
                        life.bringIn(
                                Map.of(
                                        peers.get(who), Samples.withCapacity(profiles.get(who), 4),
                                        peers.get(other), Samples.withCapacity(profiles.get(other), 3)),
                                roster(1, 1, number).get(0));
                    default -> life.tick();
                }
            }));
        }
        allAtOnce(steps);
        assertEquals(List.of(), life.broken(), "seed " + seed);

        programme.settle();
        serveAll();

        assertEquals(List.of(), life.broken(), "seed " + seed);
        int stayed = jdbi.withHandle(
                handle -> handle.select("select count(*) from peer where hand_over and open_assignments > 0")
                        .mapTo(Integer.class)
                        .one());
        assertEquals(0, stayed, "seed " + seed);
        nobodyWaitsForWhoeverHasRoom(seed);
        twilio.reset();
    }

    private void nobodyWaitsForWhoeverHasRoom(long seed) {
        programme.pass(Duration.ofMinutes(11));
        List<String> forgotten =
                jdbi.withHandle(handle -> handle.select("""
                        select r.id || ' waits (' || r.waiting_rule || ') beside ' || p.id
                        from support_request r join requester q on q.id = r.requester_id
                        join peer p on p.status = 'ACTIVE' and p.open_assignments < p.capacity
                            and cardinality(p.recent) < p.monthly_cap
                        where r.status = 'WAITING' and r.waiting_reason <> 'NO_RELAY_NUMBER'
                          and not exists (select 1 from never_again n where n.peer_id = p.id
                                          and n.number_key = q.number_key)
                        """).mapTo(String.class).list());
        assertEquals(List.of(), forgotten, "seed " + seed);
    }

    @Test
    void the_last_place_goes_to_one_and_the_others_wait() throws Exception {
        programme.peer(Samples.withCapacity(Samples.amara(), 1));
        var steps = new ArrayList<Callable<Void>>();
        for (int n = 0; n < 60; n++) {
            var who = requester(n);
            steps.add(step(() -> life.open(who, Plea.NOTHING_SPECIAL)));
        }

        allAtOnce(steps);

        assertEquals(1, life.together().size());
        assertEquals(List.of(), life.broken());
        twilio.reset();
    }

    @Test
    void two_peers_who_hand_back_to_each_other_at_once_do_not_stand_in_each_others_way() throws Exception {
        var first = programme.peer(roster(2, 1).get(0));
        var second = programme.peer(roster(2, 1).get(1));
        life.change(first, Samples.withCapacity(roster(2, 1).get(0), 40));
        life.change(second, Samples.withCapacity(roster(2, 1).get(1), 40));
        var requests = new ArrayList<UUID>();
        for (int n = 0; n < 12; n++) {
            requests.add(life.open(requester(n), Plea.NOTHING_SPECIAL));
        }

        allAtOnce(
                requests.stream().map(request -> step(() -> life.pass(request))).toList());
        serveAll();

        assertEquals(List.of(), life.broken());
        assertEquals(12, life.together().size());
        twilio.reset();
    }
}
