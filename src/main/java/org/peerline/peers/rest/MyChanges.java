package org.peerline.peers.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.patch.Clearable;
import org.peerline.api.patch.Cleared;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.profile.Avoidance;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.peers.rest.hours.AvailabilitySpan;
import org.peerline.peers.rest.hours.AwaySpan;
import org.peerline.peers.rest.hours.DaysAway;
import org.peerline.peers.rest.hours.TimeZoneName;
import org.peerline.peers.rest.hours.WeeklyHours;

/** A merge patch of what a peer decides for themselves. */
@Schema(description = "What a peer changes of their own entry (JSON merge patch): what is left out stays.")
public record MyChanges(
        @Schema(description = "The hours, replaced whole; null or none means at any time.", nullable = true)
        @Clearable
        @Size(max = 50, message = "At most {max} spans.")
        @WeeklyHours
        List<@Valid AvailabilitySpan> availability,

        @Schema(description = "How many open assignments at once; not below what is open: `capacity_below_open`.")
        @Min(value = 1, message = "Must be from 1 to 50.")
        @Max(value = 50, message = "Must be from 1 to 50.")
        Integer capacity,

        @Schema(description = "How many new assignments within 30 days.")
        @Min(value = 1, message = "Must be from 1 to 500.")
        @Max(value = 500, message = "Must be from 1 to 500.")
        Integer monthlyCap,

        @Schema(description = "Where the peer lives by the clock, such as Europe/London.", maxLength = 60) @TimeZoneName
        String timeZone,

        @Schema(description = "The days away, replaced whole; null means none.", nullable = true)
        @Clearable
        @Size(max = 20, message = "At most {max} times away.")
        @DaysAway
        List<@Valid AwaySpan> away,

        @Schema(description = "Whom I keep away from, replaced whole; null for nobody.", nullable = true)
        @Clearable
        @Valid
        PeerAvoidance avoid,

        @Schema(description = "Nothing new from now on; null ends a pause.", nullable = true) @Clearable
        Pause pause,

        @Schema(hidden = true) Cleared cleared) {

    boolean endsPause() {
        return cleared.names().contains("pause");
    }

    PeerProfile onto(PeerProfile present) {
        Offer offered = present.offer();
        return new PeerProfile(
                present.identity(),
                present.background(),
                new Offer(
                        capacity == null ? offered.capacity() : capacity,
                        monthlyCap == null ? offered.monthlyCap() : monthlyCap,
                        cleared.merged(
                                "availability",
                                AvailabilitySpan.read(availability),
                                offered.availability(),
                                new Availability(List.of())),
                        timeZone == null ? offered.timeZone() : ZoneId.of(timeZone),
                        cleared.merged("away", AwaySpan.read(away), offered.away(), List.of())),
                cleared.merged("avoid", PeerAvoidance.read(avoid), present.avoid(), Avoidance.NONE));
    }
}
