package org.peerline.peers.rest.hours;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.peers.availability.AwayPeriod;

/** Some days away, as sent and as answered. */
@Schema(description = "Whole days on which the peer is given nothing, in the peer's time zone.")
public record AwaySpan(
        @NotNull(message = "Is required.") LocalDate from,

        @Schema(description = "The last day of it.") @NotNull(message = "Is required.")
        LocalDate to) {

    AwayPeriod period() {
        return new AwayPeriod(from, to);
    }

    boolean whole() {
        return from != null && to != null;
    }

    /** Null, as for a property left out, stays null. */
    public static List<AwayPeriod> read(List<AwaySpan> spans) {
        return spans == null ? null : spans.stream().map(AwaySpan::period).toList();
    }

    public static List<AwaySpan> of(List<AwayPeriod> away) {
        return away.stream()
                .map(period -> new AwaySpan(period.startsOn(), period.endsOn()))
                .toList();
    }
}
