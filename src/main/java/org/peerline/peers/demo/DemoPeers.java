package org.peerline.peers.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.peerline.core.Gender;
import org.peerline.core.PhoneNumber;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.Availability.Span;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.Identity;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;

/** Six people who do not exist: their mobiles are kept for drama, their GMC numbers begin with six zeros. */
final class DemoPeers {
    private static final DayOfWeek[] WEEKDAYS = {
        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
    };
    private static final DayOfWeek[] WEEKEND = {DayOfWeek.SATURDAY, DayOfWeek.SUNDAY};

    static final List<PeerProfile> ALL = List.of(
            new PeerProfile(
                    new Identity("Dr Amara N", "Amara Nwosu", mobile(1), gmc(1)),
                    new Background(
                            "GP partner",
                            "General practice",
                            Gender.FEMALE,
                            "North West",
                            List.of("Canal Street Surgery", "Irwell Valley NHS Foundation Trust")),
                    new Offer(3, 6, anyTime())),
            new PeerProfile(
                    new Identity("Dr Gareth P", "Gareth Pritchard", mobile(2), gmc(2)),
                    new Background(
                            "Consultant anaesthetist",
                            "Anaesthetics",
                            Gender.MALE,
                            "Wales",
                            List.of("Cwm Derwen University Health Board")),
                    new Offer(2, 4, hours("18:00", "22:00", WEEKDAYS))),
            new PeerProfile(
                    new Identity("Dr Priya S", "Priya Subramanian", mobile(3), gmc(3)),
                    new Background(
                            "Consultant psychiatrist",
                            "Psychiatry",
                            Gender.FEMALE,
                            "London",
                            List.of("Thames Meadow NHS Trust", "St Alban's Park Hospital")),
                    new Offer(3, 6, both(hours("07:30", "09:00", WEEKDAYS), hours("00:00", "23:59", WEEKEND)))),
            new PeerProfile(
                    new Identity("Dr Ruaridh M", "Ruaridh MacAskill", mobile(4), gmc(4)),
                    new Background(
                            "Emergency medicine registrar",
                            "Emergency medicine",
                            Gender.MALE,
                            "Scotland",
                            List.of("Loch Arden Royal Infirmary")),
                    new Offer(1, 3, hours("22:00", "06:00", DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY))),
            new PeerProfile(
                    new Identity("Dr Robin A", "Robin Ashworth", mobile(5), gmc(5)),
                    new Background(
                            "Retired surgeon",
                            "General surgery",
                            Gender.NON_BINARY,
                            "Yorkshire and the Humber",
                            List.of("Calder Moor Teaching Hospitals", "Irwell Valley NHS Foundation Trust")),
                    new Offer(4, 10, hours("09:00", "17:00", WEEKDAYS))),
            new PeerProfile(
                    new Identity("Dr Siobhan K", "Siobhan Kearney", mobile(6), gmc(6)),
                    new Background(
                            "Paediatric registrar",
                            "Paediatrics",
                            Gender.FEMALE,
                            "Northern Ireland",
                            List.of("Lagan Bridge Health and Social Care Trust")),
                    new Offer(
                            2,
                            4,
                            both(
                                    hours("20:00", "23:30", DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
                                    hours("10:00", "16:00", WEEKEND)))));

    private DemoPeers() {}

    private static PhoneNumber mobile(int n) {
        return new PhoneNumber("+44770090010" + n);
    }

    private static String gmc(int n) {
        return "000000" + n;
    }

    private static Availability anyTime() {
        return new Availability(List.of());
    }

    private static Availability hours(String from, String to, DayOfWeek... days) {
        return new Availability(Arrays.stream(days)
                .map(day -> new Span(day, LocalTime.parse(from), LocalTime.parse(to)))
                .toList());
    }

    private static Availability both(Availability some, Availability others) {
        return new Availability(
                Stream.concat(some.spans().stream(), others.spans().stream()).toList());
    }
}
