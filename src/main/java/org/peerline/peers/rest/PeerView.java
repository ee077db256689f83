package org.peerline.peers.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.PlainText;
import org.peerline.core.Gender;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerStatus;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.Identity;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.peers.rest.hours.AvailabilitySpan;
import org.peerline.peers.rest.hours.AwaySpan;

/** A peer as the roster shows them to coordinators and to themselves. */
@Schema(description = "A peer on the roster.")
public record PeerView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) PeerStatus status,

        @Schema(
                description = "When a pause ends by itself; null while there is none, or until resumed.",
                nullable = true)
        Instant pausedUntil,

        @Schema(required = true, maxLength = 40) String displayName,
        @Schema(required = true, maxLength = 100) String fullName,

        @Schema(description = "E.164.", required = true, maxLength = 16)
        String mobileNumber,

        @Schema(required = true, maxLength = 7) String gmcNumber,
        @Schema(required = true, maxLength = 60) String jobRole,
        @Schema(nullable = true, maxLength = 80) String specialty,
        @Schema(nullable = true) Gender gender,
        @Schema(nullable = true, maxLength = 100) String region,

        @Schema(description = "Current and past.", required = true, maxItems = 30)
        List<@PlainText(max = 200) String> employers,

        @Schema(required = true, minimum = "1", maximum = "50")
        int capacity,

        @Schema(required = true, minimum = "1", maximum = "500")
        int monthlyCap,

        @Schema(description = "None means at any time.", required = true, maxItems = 50)
        List<AvailabilitySpan> availability,

        @Schema(description = "In which hours and days away are meant.", required = true, maxLength = 60)
        String timeZone,

        @Schema(
                description = "Days on which the peer is given nothing, as far as they are not over.",
                required = true,
                maxItems = 20)
        List<AwaySpan> away,

        @Schema(description = "Open requests are being given to other peers.", required = true)
        boolean handsOver,

        @Schema(required = true) PeerAvoidance avoid,

        @Schema(description = "How much of the capacity is in use.", required = true, minimum = "0", maximum = "50")
        int openAssignments,

        @Schema(nullable = true) Instant lastAssignedAt) {

    static PeerView of(Peer peer, PeerProfile profile, Instant now) {
        Identity identity = profile.identity();
        Background background = profile.background();
        Offer offer = profile.asOf(now).offer();
        return new PeerView(
                peer.id(),
                peer.createdAt(),
                peer.status(),
                peer.pausedUntil().orElse(null),
                identity.displayName(),
                identity.fullName(),
                identity.mobileNumber().e164(),
                identity.gmcNumber(),
                background.jobRole(),
                background.specialty(),
                background.gender(),
                background.region(),
                background.employers(),
                offer.capacity(),
                offer.monthlyCap(),
                AvailabilitySpan.of(offer.availability()),
                offer.timeZone().getId(),
                AwaySpan.of(offer.away()),
                peer.handsOver() && peer.openAssignments() > 0,
                PeerAvoidance.of(profile.avoid()),
                peer.openAssignments(),
                peer.lastAssignedAt().orElse(null));
    }

    @Override
    public String toString() {
        return "PeerView";
    }
}
