package org.peerline.peers.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.PlainText;
import org.peerline.api.input.UkMobile;
import org.peerline.api.patch.Clearable;
import org.peerline.api.patch.Cleared;
import org.peerline.core.Gender;
import org.peerline.core.PhoneNumber;
import org.peerline.peers.PeerStatus;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.profile.Avoidance;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.Identity;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.peers.rest.hours.AvailabilitySpan;
import org.peerline.peers.rest.hours.AwaySpan;
import org.peerline.peers.rest.hours.DaysAway;
import org.peerline.peers.rest.hours.TimeZoneName;
import org.peerline.peers.rest.hours.WeeklyHours;
import org.peerline.sms.NotOurNumber;

/** A merge patch of what {@link NewPeer} has. */
@Schema(
        description = "What changes of a peer (JSON merge patch): what is left out stays, null clears what is optional,"
                + " lists are replaced whole. The status PAUSED pauses until resumed, and what is open goes on; with RETIRED the"
                + " open requests go to other peers a moment later.")
public record PeerChanges(
        @Schema(description = "What requesters and call handlers see.") @PlainText(max = 40)
        String displayName,

        @PlainText(max = 100) String fullName,

        @Schema(description = "Refused while the peer has open assignments: `mobile_number_in_use`.")
        @UkMobile
        @NotOurNumber
        String mobileNumber,

        @Schema(maxLength = 7) @Pattern(regexp = "[0-9]{7}", message = "Must be the seven digits of a GMC number.")
        String gmcNumber,

        @PlainText(max = 60) String jobRole,

        @Schema(nullable = true) @Clearable @PlainText(max = 80)
        String specialty,

        @Schema(nullable = true) @Clearable Gender gender,

        @Schema(nullable = true) @Clearable @PlainText(max = 100)
        String region,

        @Schema(nullable = true) @Clearable @Size(max = 30, message = "At most {max} employers.")
        List<@PlainText(max = 200) String> employers,

        @Schema(description = "Not below what the peer has open: `capacity_below_open`.")
        @Min(value = 1, message = "Must be from 1 to 50.")
        @Max(value = 50, message = "Must be from 1 to 50.")
        Integer capacity,

        @Min(value = 1, message = "Must be from 1 to 500.") @Max(value = 500, message = "Must be from 1 to 500.")
        Integer monthlyCap,

        @Schema(nullable = true) @Clearable @Size(max = 50, message = "At most {max} spans.") @WeeklyHours
        List<@Valid AvailabilitySpan> availability,

        @Schema(description = "Where the peer lives by the clock, such as Europe/London.", maxLength = 60) @TimeZoneName
        String timeZone,

        @Schema(description = "The days away, replaced whole; null means none.", nullable = true)
        @Clearable
        @Size(max = 20, message = "At most {max} times away.")
        @DaysAway
        List<@Valid AwaySpan> away,

        @Schema(description = "Replaced whole.", nullable = true) @Clearable @Valid
        PeerAvoidance avoid,

        PeerStatus status,

        @Schema(hidden = true) Cleared cleared) {

    /** @param mobile the number sent, read; empty when it was left out */
    public PeerProfile onto(PeerProfile present, Optional<PhoneNumber> mobile) {
        return new PeerProfile(
                identity(present.identity(), mobile),
                background(present.background()),
                offer(present.offer()),
                cleared.merged("avoid", PeerAvoidance.read(avoid), present.avoid(), Avoidance.NONE));
    }

    private Identity identity(Identity present, Optional<PhoneNumber> mobile) {
        return new Identity(
                sent(displayName, present.displayName()),
                sent(fullName, present.fullName()),
                mobile.orElse(present.mobileNumber()),
                sent(gmcNumber, present.gmcNumber()));
    }

    private Background background(Background present) {
        return new Background(
                sent(jobRole, present.jobRole()),
                cleared.merged("specialty", specialty, present.specialty(), null),
                cleared.merged("gender", gender, present.gender(), null),
                cleared.merged("region", region, present.region(), null),
                cleared.merged("employers", employers, present.employers(), List.of()));
    }

    private Offer offer(Offer present) {
        return new Offer(
                sent(capacity, present.capacity()),
                sent(monthlyCap, present.monthlyCap()),
                cleared.merged(
                        "availability",
                        AvailabilitySpan.read(availability),
                        present.availability(),
                        new Availability(List.of())),
                timeZone == null ? present.timeZone() : ZoneId.of(timeZone),
                cleared.merged("away", AwaySpan.read(away), present.away(), List.of()));
    }

    private static <T> T sent(T sent, T present) {
        return sent == null ? present : sent;
    }

    @Override
    public String toString() {
        return "PeerChanges";
    }
}
