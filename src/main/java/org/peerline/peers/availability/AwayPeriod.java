package org.peerline.peers.availability;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whole days on which a peer is given nothing, the last one included, in the peer's own zone. */
@Embeddable
public record AwayPeriod(LocalDate startsOn, LocalDate endsOn) {

    /** Whether it is over by this day. */
    public boolean overBy(LocalDate today) {
        return endsOn.isBefore(today);
    }

    /** These days and more, those that follow each other without a day between them as one. */
    public static List<AwayPeriod> together(List<AwayPeriod> present, AwayPeriod more) {
        var apart = new ArrayList<AwayPeriod>();
        AwayPeriod joined = more;
        for (AwayPeriod period : present) {
            if (period.overlaps(new AwayPeriod(joined.startsOn.minusDays(1), joined.endsOn.plusDays(1)))) {
                joined = new AwayPeriod(
                        period.startsOn.isBefore(joined.startsOn) ? period.startsOn : joined.startsOn,
                        period.endsOn.isAfter(joined.endsOn) ? period.endsOn : joined.endsOn);
            } else {
                apart.add(period);
            }
        }
        apart.add(joined);
        return List.copyOf(apart);
    }

    public boolean overlaps(AwayPeriod other) {
        return !startsOn.isAfter(other.endsOn) && !other.startsOn.isAfter(endsOn);
    }
}
