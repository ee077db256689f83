package org.peerline.assignments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peerline.core.Gender;
import org.peerline.core.PhoneNumber;
import org.peerline.matching.Need.Wish;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.Availability.Span;
import org.peerline.peers.profile.Avoidance;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.Identity;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.requests.Plea;
import org.peerline.requests.profile.Address;
import org.peerline.requests.profile.RequesterProfile;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;

/** Whatever happens in whatever order, the database comes to the same pairs as a model that looks at everybody. */
@PeerlineTest
class RandomHistoriesTest extends RestWorld {
    private static final int HISTORIES = 6;
    private static final int STEPS = 45;
    private static final List<String> NAMES = List.of(
            "Jane Smith", "John Smith", "Amara Nwosu", "Sam Okafor", "Priya Shah-Jones", "Tom Jones", "Ann Lee");
    private static final List<String> EMPLOYERS = List.of(
            "Leeds Teaching Hospitals NHS Trust", "Leeds Teaching", "Barts Health", "York", "The York Hospital");
    private static final List<String> SPECIALTIES = List.of("Surgery", "GP", "Psychiatry");

    @Inject
    Life life;

    private Random random;
    private Model model;
    private List<UUID> peers;
    private List<RequesterProfile> people;

    @Test
    void random_histories_end_as_the_model_says() {
        for (int history = 0; history < HISTORIES; history++) {
            long seed = System.nanoTime();
            begin(seed);
            var told = new ArrayList<String>();
            for (int step = 0; step < STEPS; step++) {
                told.add(step());
                while (life.serve() > 0) {
                    // Until nobody else can be served.
                }
                model.serve(programme.now());
                String when = "seed " + seed + " after " + told;
                assertEquals(List.of(), life.broken(), when);
                assertEquals(model.together(), life.together(), when);
                programme.timeIs(programme.now().plus(Duration.ofMinutes(1 + random.nextInt(300))));
            }
        }
        twilio.reset();
    }

    private void begin(long seed) {
        programme.reset();
        random = new Random(seed);
        model = new Model();
        peers = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            var profile = peerProfile(n);
            UUID peer = programme.peer(profile);
            peers.add(peer);
            model.peer(peer, profile);
        }
        life.serve();
        people = IntStream.range(0, 9).mapToObj(this::person).toList();
    }

    private String step() {
        UUID peer = any(peers);
        List<UUID> assigned = model.assigned();
        UUID request =
                assigned.isEmpty() ? null : any(assigned.stream().sorted().toList());
        int kind = random.nextInt(12);
        if (request == null || kind < 4) {
            return open();
        }
        switch (kind) {
            case 4, 5 -> {
                life.pass(request);
                model.parted(request, true, programme.now());
                return "pass";
            }
            case 6 -> {
                life.change(request);
                model.parted(request, false, programme.now());
                return "change";
            }
            case 7 -> {
                life.firstText(request);
                model.firstText(request);
                return "first text";
            }
            case 8 -> {
                life.pause(peer);
                model.paused(peer, true);
                return "pause";
            }
            case 9 -> {
                life.resume(peer);
                model.paused(peer, false);
                return "resume";
            }
            case 10 -> {
                return offer(peer);
            }
            default -> {
                UUID closing = any(model.notClosed());
                life.close(closing);
                model.closed(closing);
                return "close";
            }
        }
    }

    private String open() {
        var free = people.stream().filter(who -> !model.hasOpenRequest(who)).toList();
        if (free.isEmpty()) {
            return "nobody to open for";
        }
        RequesterProfile who = any(free);
        Plea plea = plea();
        model.opened(life.open(who, plea), who, plea, programme.now());
        return "open";
    }

    private String offer(UUID peer) {
        PeerProfile now = model.profile(peer);
        int capacity = 1 + random.nextInt(4);
        var wanted = now.offering(now.offer().withCapacity(capacity));
        boolean allowed = life.change(peer, wanted);
        assertEquals(capacity >= model.open(peer), allowed);
        if (allowed) {
            model.peer(peer, wanted);
        }
        return "capacity " + capacity;
    }

    private PeerProfile peerProfile(int n) {
        return new PeerProfile(
                new Identity(
                        "Dr Peer " + n, any(NAMES), new PhoneNumber("+4474006%05d".formatted(n)), "%07d".formatted(n)),
                new Background(
                        "GP",
                        maybe(SPECIALTIES),
                        random.nextBoolean() ? Gender.FEMALE : Gender.MALE,
                        null,
                        some(EMPLOYERS)),
                new Offer(
                        1 + random.nextInt(3),
                        // No history is as long as the window, so that whatever counts fills it to the end.
                        3 + random.nextInt(6),
                        random.nextBoolean() ? new Availability(List.of()) : evenings(),
                        ZoneId.of("Europe/London"),
                        List.of()),
                random.nextInt(3) > 0 ? Avoidance.NONE : new Avoidance(some(NAMES), some(EMPLOYERS)));
    }

    private static Availability evenings() {
        return new Availability(IntStream.rangeClosed(1, 7)
                .mapToObj(day -> new Span(DayOfWeek.of(day), LocalTime.of(18, 0), LocalTime.of(2, 0)))
                .toList());
    }

    private RequesterProfile person(int n) {
        return new RequesterProfile(
                any(NAMES),
                new PhoneNumber("+4474005%05d".formatted(n)),
                new Address("1 High Street", null, "Leeds", "LS1 1AA"),
                LocalDate.of(1990, 1, 1).plusDays(n),
                "GP",
                null,
                null,
                null,
                some(EMPLOYERS),
                false,
                "en");
    }

    private Plea plea() {
        String specialty = maybe(SPECIALTIES);
        Gender gender = random.nextInt(3) == 0 ? Gender.FEMALE : null;
        boolean samePeer = random.nextInt(4) == 0;
        boolean newPeer = !samePeer && random.nextInt(4) == 0;
        Set<Wish> musts = EnumSet.noneOf(Wish.class);
        if (specialty != null && random.nextInt(3) == 0) {
            musts.add(Wish.SPECIALTY);
        }
        if (gender != null && random.nextInt(3) == 0) {
            musts.add(Wish.GENDER);
        }
        if (newPeer && random.nextBoolean()) {
            musts.add(Wish.NEW_PEER);
        }
        return new Plea(some(EMPLOYERS), some(NAMES), specialty, gender, samePeer, newPeer, musts);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String maybe(List<String> of) {
        return random.nextBoolean() ? null : any(of);
    }

    /** Mostly none, seldom one: else nobody could be given to anybody. */
    private List<String> some(List<String> of) {
        return random.nextInt(4) > 0 ? List.of() : List.of(any(of));
    }
}
