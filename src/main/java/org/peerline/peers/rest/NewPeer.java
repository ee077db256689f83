package org.peerline.peers.rest;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.PlainText;
import org.peerline.api.input.UkMobile;
import org.peerline.core.Gender;
import org.peerline.core.PhoneNumber;
import org.peerline.peers.PeerStatus;
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

/** What a coordinator enters of a peer. */
@Schema(description = "A peer for the roster; ACTIVE, if no status is sent.")
public record NewPeer(
        @Schema(description = "What requesters and call handlers see, such as Dr Amara N.")
        @NotNull(message = "Is required.")
        @PlainText(max = 40)
        String displayName,

        @Schema(description = "Seen by coordinators only, and compared with names to avoid.")
        @NotNull(message = "Is required.")
        @PlainText(max = 100)
        String fullName,

        @Schema(description = "The peer's own mobile, E.164 or national; no requester ever sees it.")
        @NotNull(message = "Is required.")
        @UkMobile
        @NotOurNumber
        String mobileNumber,

        @Schema(description = "The General Medical Council's reference number.", maxLength = 7)
        @NotNull(message = "Is required.")
        @Pattern(regexp = "[0-9]{7}", message = "Must be the seven digits of a GMC number.")
        String gmcNumber,

        @NotNull(message = "Is required.") @PlainText(max = 60)
        String jobRole,

        @PlainText(max = 80) String specialty,

        Gender gender,

        @PlainText(max = 100) String region,

        @Schema(description = "Current and past: requesters who share one are never assigned to the peer.")
        @Size(max = 30, message = "At most {max} employers.")
        List<@PlainText(max = 200) String> employers,

        @Schema(description = "How many open assignments at once.", defaultValue = "3")
        @Min(value = 1, message = "Must be from 1 to 50.")
        @Max(value = 50, message = "Must be from 1 to 50.")
        Integer capacity,

        @Schema(description = "How many new assignments within 30 days.", defaultValue = "6")
        @Min(value = 1, message = "Must be from 1 to 500.")
        @Max(value = 500, message = "Must be from 1 to 500.")
        Integer monthlyCap,

        @Schema(description = "None means at any time. Spans must not overlap.")
        @Size(max = 50, message = "At most {max} spans.")
        @WeeklyHours
        List<@Valid AvailabilitySpan> availability,

        @Schema(
                description = "Where the peer lives by the clock: availability and days away are meant so."
                        + " Europe/London, if left out.",
                maxLength = 60,
                examples = "Europe/London")
        @TimeZoneName
        String timeZone,

        @Schema(description = "Days on which the peer is given nothing; they must not overlap.")
        @Size(max = 20, message = "At most {max} times away.")
        @DaysAway
        List<@Valid AwaySpan> away,

        @Valid PeerAvoidance avoid,

        @Schema(description = "ACTIVE, if left out.") PeerStatus status) {
    private static final int CAPACITY = 3;
    private static final int MONTHLY_CAP = 6;

    public PeerProfile profile(PhoneNumber mobile) {
        return new PeerProfile(
                new Identity(displayName, fullName, mobile, gmcNumber),
                new Background(jobRole, specialty, gender, region, requireNonNullElse(employers, List.of())),
                new Offer(
                        requireNonNullElse(capacity, CAPACITY),
                        requireNonNullElse(monthlyCap, MONTHLY_CAP),
                        AvailabilitySpan.read(requireNonNullElse(availability, List.of())),
                        timeZone == null ? Offer.UNITED_KINGDOM : ZoneId.of(timeZone),
                        AwaySpan.read(requireNonNullElse(away, List.of()))),
                requireNonNullElse(PeerAvoidance.read(avoid), Avoidance.NONE));
    }

    @Override
    public String toString() {
        return "NewPeer";
    }
}
