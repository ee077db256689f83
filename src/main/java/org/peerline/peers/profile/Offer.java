package org.peerline.peers.profile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.AwayPeriod;

/**
 * What a peer offers: how much, and when.
 *
 * @param capacity how many open assignments the peer offers to hold at once
 * @param monthlyCap how many new assignments within 30 days
 * @param availability in the peer's own {@code timeZone}
 * @param away in order of their beginning
 */
public record Offer(int capacity, int monthlyCap, Availability availability, ZoneId timeZone, List<AwayPeriod> away) {
    public static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    public Offer {
        away = away.stream().sorted(Comparator.comparing(AwayPeriod::startsOn)).toList();
    }

    /** Of a peer who lives by the clock of the United Kingdom and is never away. */
    public Offer(int capacity, int monthlyCap, Availability availability) {
        this(capacity, monthlyCap, availability, UNITED_KINGDOM, List.of());
    }

    public Offer withCapacity(int other) {
        return new Offer(other, monthlyCap, availability, timeZone, away);
    }

    public Offer withMonthlyCap(int other) {
        return new Offer(capacity, other, availability, timeZone, away);
    }

    public Offer withAvailability(Availability hours) {
        return new Offer(capacity, monthlyCap, hours, timeZone, away);
    }

    public Offer withAway(List<AwayPeriod> days) {
        return new Offer(capacity, monthlyCap, availability, timeZone, days);
    }

    /** Without the days away that are over. */
    Offer asOf(Instant now) {
        var today = now.atZone(timeZone).toLocalDate();
        return withAway(away.stream().filter(period -> !period.overBy(today)).toList());
    }

    @Override
    public String toString() {
        return "Offer";
    }
}
