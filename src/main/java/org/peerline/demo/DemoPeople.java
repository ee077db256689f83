package org.peerline.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.peerline.core.Gender;
import org.peerline.core.PhoneNumber;
import org.peerline.matching.Need.Wish;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.Availability.Span;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.Identity;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.requests.Plea;
import org.peerline.requests.profile.Address;
import org.peerline.requests.profile.RequesterProfile;

/** Made-up people, as different as a country's doctors are in what matching looks at. The same seed makes the same ones. */
final class DemoPeople {
    private static final List<String> FIRST = List.of(
            "Amara", "Gareth", "Priya", "Ruaridh", "Robin", "Siobhan", "Sam", "Tomasz", "Wei", "Fatima", "Owen", "Zoe");
    private static final List<String> LAST_BEGINS =
            List.of("Ash", "Black", "Cart", "Dun", "East", "Fair", "Green", "Hart", "Kings", "Long", "North", "Wood");
    private static final List<String> LAST_ENDS =
            List.of("worth", "ley", "ton", "field", "by", "ham", "wick", "more", "well", "ford", "man", "stone");
    private static final List<String> SPECIALTIES = List.of(
            "General practice", "Anaesthetics", "Psychiatry", "Emergency medicine", "General surgery", "Paediatrics");
    private static final List<String> REGIONS = List.of("North West", "Wales", "London", "Scotland", "Yorkshire");
    private static final int EMPLOYERS = 400;

    private final Random random;

    DemoPeople(Random random) {
        this.random = random;
    }

    PeerProfile peer(int n) {
        String first = any(FIRST);
        return new PeerProfile(
                new Identity(
                        "Dr " + first + " " + (char) ('A' + n % 26),
                        first + " " + surname(),
                        new PhoneNumber("+4474001%05d".formatted(n)),
                        "%07d".formatted(1_000_000 + n)),
                new Background(
                        n % 3 == 0 ? "GP" : "Consultant",
                        any(SPECIALTIES),
                        random.nextInt(50) == 0
                                ? Gender.NON_BINARY
                                : random.nextBoolean() ? Gender.FEMALE : Gender.MALE,
                        any(REGIONS),
                        List.of(employer(), employer())),
                new Offer(1 + random.nextInt(8), 5 + random.nextInt(30), hours()));
    }

    /** Somebody who has been here before. */
    RequesterProfile requester(int n) {
        return requester("+447401%06d".formatted(n), n);
    }

    RequesterProfile waiting(int n) {
        return requester("+447402%06d".formatted(n), n);
    }

    Plea plea(int n) {
        return new Plea(
                List.of(), List.of(), "Aviation medicine " + n % 40, null, false, false, EnumSet.of(Wish.SPECIALTY));
    }

    private RequesterProfile requester(String number, int n) {
        return new RequesterProfile(
                any(FIRST) + " " + surname(),
                new PhoneNumber(number),
                new Address(1 + n % 200 + " High Street", null, "Leeds", "LS1 1AA"),
                LocalDate.of(1955, 1, 1).plusDays(random.nextInt(16_000)),
                "Foundation doctor",
                null,
                null,
                null,
                List.of(employer()),
                false,
                "en");
    }

    private String surname() {
        return any(LAST_BEGINS) + any(LAST_ENDS) + any(LAST_ENDS);
    }

    private String employer() {
        return "Demo Hospitals " + random.nextInt(EMPLOYERS) + " NHS Trust";
    }

    /** A third at any time, a third on weekdays, a third in evenings and nights. */
    private Availability hours() {
        return switch (random.nextInt(3)) {
            case 0 -> new Availability(List.of());
            case 1 -> every(DayOfWeek.FRIDAY, LocalTime.of(8 + random.nextInt(3), 0), LocalTime.of(17, 30));
            default -> every(DayOfWeek.SUNDAY, LocalTime.of(17 + random.nextInt(5), 0), LocalTime.of(1, 0));
        };
    }

    private static Availability every(DayOfWeek last, LocalTime from, LocalTime to) {
        return new Availability(Stream.of(DayOfWeek.values())
                .filter(day -> day.compareTo(last) <= 0)
                .map(day -> new Span(day, from, to))
                .toList());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
