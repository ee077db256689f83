package org.peerline.testkit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.peerline.core.Gender;
import org.peerline.core.PhoneNumber;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.Identity;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;

/** Plausible people to begin with: change the one thing under test. */
public final class Samples {
    public static final String SAMS_NUMBER = "+447400200001";
    public static final String AMARAS_NUMBER = "+447400300001";

    /** Away from the numbers above and from {@link FakeTwilioResource}'s own. */
    private static final AtomicInteger NEXT = new AtomicInteger(310_000);

    private Samples() {}

    /** A mobile number that nobody else in the tests has. */
    public static PhoneNumber mobile() {
        return new PhoneNumber("+447400" + NEXT.incrementAndGet());
    }

    /** What a coordinator sends for a peer whom nobody has registered yet. */
    public static Map<String, Object> newPeer() {
        return newPeer(mobile());
    }

    public static Map<String, Object> newPeer(PhoneNumber mobile) {
        return new TreeMap<>(Map.of(
                "displayName",
                "Dr Robin A",
                "fullName",
                "Robin Ashworth",
                "mobileNumber",
                mobile.e164(),
                "gmcNumber",
                "0" + mobile.e164().substring("+447400".length()),
                "jobRole",
                "GP",
                "specialty",
                "General practice",
                "gender",
                "NON_BINARY",
                "region",
                "Wales",
                "employers",
                List.of("Calder Moor Teaching Hospitals")));
    }

    /** Dr Amara N, GP, room for three, any time. */
    public static PeerProfile amara() {
        return peer("Dr Amara N", "Amara Nwosu", AMARAS_NUMBER, "7000001");
    }

    public static PeerProfile peer(String displayName, String fullName, String mobile, String gmcNumber) {
        return new PeerProfile(
                new Identity(displayName, fullName, new PhoneNumber(mobile), gmcNumber),
                new Background("GP", "General practice", Gender.FEMALE, "North West", List.of()),
                new Offer(3, 10, new Availability(List.of())));
    }

    public static PeerProfile withCapacity(PeerProfile peer, int capacity) {
        return peer.offering(peer.offer().withCapacity(capacity));
    }

    /** What a call handler sends for Sam Okafor. */
    public static Map<String, Object> sam() {
        return request("Sam Okafor", SAMS_NUMBER);
    }

    public static Map<String, Object> request(String name, String contactNumber) {
        return new TreeMap<>(Map.of(
                "name",
                name,
                "contactNumber",
                contactNumber,
                "address",
                Map.of("line1", "1 High Street", "town", "Leeds", "postcode", "LS1 1AA"),
                "dateOfBirth",
                "1994-05-17",
                "jobRole",
                "Foundation doctor"));
    }
}
