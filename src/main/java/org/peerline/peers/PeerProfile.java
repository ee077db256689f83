package org.peerline.peers;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.peerline.core.Gender;
import org.peerline.core.PhoneNumber;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.AwayPeriod;

/**
 * What the roster says of a peer, in clear: never logged, never kept longer than one answer needs it.
 *
 * @param displayName what a requester sees, such as "Dr Amara N"
 * @param gmcNumber the General Medical Council's reference number, seven digits
 * @param employers current and past
 * @param avoid whom the peer keeps away from
 * @param capacity how many open assignments the peer offers to hold at once
 * @param monthlyCap how many new assignments within 30 days
 * @param availability in the peer's own {@code timeZone}
 * @param away in order of their beginning
 */
public record PeerProfile(
        String displayName,
        String fullName,
        PhoneNumber mobileNumber,
        String gmcNumber,
        String jobRole,
        String specialty,
        Gender gender,
        String region,
        List<String> employers,
        int capacity,
        int monthlyCap,
        Availability availability,
        ZoneId timeZone,
        List<AwayPeriod> away,
        Avoidance avoid) {
    public static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    public PeerProfile {
        employers = List.copyOf(employers);
        away = away.stream().sorted(Comparator.comparing(AwayPeriod::startsOn)).toList();
    }

    /** Of a peer who lives by the clock of the United Kingdom and is never away. */
    public PeerProfile(
            String displayName,
            String fullName,
            PhoneNumber mobileNumber,
            String gmcNumber,
            String jobRole,
            String specialty,
            Gender gender,
            String region,
            List<String> employers,
            int capacity,
            int monthlyCap,
            Availability availability,
            Avoidance avoid) {
        this(
                displayName,
                fullName,
                mobileNumber,
                gmcNumber,
                jobRole,
                specialty,
                gender,
                region,
                employers,
                capacity,
                monthlyCap,
                availability,
                UNITED_KINGDOM,
                List.of(),
                avoid);
    }

    /** The same, of somebody who keeps away from nobody. */
    public PeerProfile(
            String displayName,
            String fullName,
            PhoneNumber mobileNumber,
            String gmcNumber,
            String jobRole,
            String specialty,
            Gender gender,
            String region,
            List<String> employers,
            int capacity,
            int monthlyCap,
            Availability availability) {
        this(
                displayName,
                fullName,
                mobileNumber,
                gmcNumber,
                jobRole,
                specialty,
                gender,
                region,
                employers,
                capacity,
                monthlyCap,
                availability,
                Avoidance.NONE);
    }

    /** Without the days away that are over. */
    public PeerProfile asOf(Instant now) {
        var today = now.atZone(timeZone).toLocalDate();
        return offering(
                capacity,
                monthlyCap,
                availability,
                away.stream().filter(period -> !period.overBy(today)).toList());
    }

    /** The same person, who offers that. */
    public PeerProfile offering(int room, int cap, Availability hours, List<AwayPeriod> daysAway) {
        return new PeerProfile(
                displayName,
                fullName,
                mobileNumber,
                gmcNumber,
                jobRole,
                specialty,
                gender,
                region,
                employers,
                room,
                cap,
                hours,
                timeZone,
                daysAway,
                avoid);
    }

    @Override
    public String toString() {
        return "PeerProfile";
    }
}
