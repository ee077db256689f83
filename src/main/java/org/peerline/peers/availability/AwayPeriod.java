package org.peerline.peers.availability;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Whole days on which a peer is given nothing, the last one included, in the peer's own zone. */
@Embeddable
public record AwayPeriod(LocalDate startsOn, LocalDate endsOn) {

    /** Whether it is over by this day. */
    public boolean overBy(LocalDate today) {
        return endsOn.isBefore(today);
    }

    public boolean overlaps(AwayPeriod other) {
        return !startsOn.isAfter(other.endsOn) && !other.startsOn.isAfter(endsOn);
    }
}
