package org.peerline.peers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.peerline.core.PhoneNumber;
import org.peerline.matching.EmployerName;
import org.peerline.matching.NameKeys;
import org.peerline.peers.profile.Avoidance;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.Identity;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.privacy.BlindIndex;
import org.peerline.privacy.SealedField;
import org.peerline.privacy.Vault;

/** Writes a profile into a peer's sealed columns, and reads it out of them. */
@ApplicationScoped
class PeerSealing {
    private static final SealedField DISPLAY_NAME = new SealedField("peer", "display_name");
    private static final SealedField FULL_NAME = new SealedField("peer", "full_name");
    private static final SealedField MOBILE_NUMBER = new SealedField("peer", "mobile_number");
    private static final SealedField GMC_NUMBER = new SealedField("peer", "gmc_number");
    private static final SealedField AVOID = new SealedField("peer", "avoid");
    private static final SealedField EMPLOYERS = new SealedField("peer", "employers");

    private final Vault vault;
    private final BlindIndex blindIndex;

    PeerSealing(Vault vault, BlindIndex blindIndex) {
        this.vault = vault;
        this.blindIndex = blindIndex;
    }

    void write(Peer peer, PeerProfile profile) {
        Identity identity = profile.identity();
        Background background = profile.background();
        Offer offer = profile.offer();
        peer.displayName = seal(peer, DISPLAY_NAME, identity.displayName());
        peer.fullName = seal(peer, FULL_NAME, identity.fullName());
        peer.mobileNumber = seal(peer, MOBILE_NUMBER, identity.mobileNumber().e164());
        peer.mobileKey = blindIndex.of(identity.mobileNumber());
        peer.gmcNumber = seal(peer, GMC_NUMBER, identity.gmcNumber());
        peer.gmcKey = gmcKey(profile);
        peer.jobRole = background.jobRole();
        peer.specialty = background.specialty();
        peer.gender = background.gender();
        peer.region = background.region();
        peer.employers = background.employers().isEmpty()
                ? null
                : seal(peer, EMPLOYERS, String.join("\n", background.employers()));
        peer.employerKeys = keys(
                "employer",
                background.employers().stream().map(EmployerName::normalise).toList());
        peer.nameKeys = keys("name", NameKeys.ofPeer(identity.fullName(), identity.displayName()));
        Avoidance avoid = profile.avoid();
        peer.avoid = avoid.equals(Avoidance.NONE) ? null : seal(peer, AVOID, written(avoid));
        peer.avoidNameKeys = keys(
                "name",
                avoid.names().stream()
                        .map(NameKeys::ofAvoided)
                        .flatMap(keys -> keys.stream())
                        .toList());
        peer.avoidEmployerKeys = keys(
                "employer",
                avoid.employers().stream().map(EmployerName::normalise).toList());
        peer.capacity = offer.capacity();
        peer.monthlyCap = offer.monthlyCap();
        peer.availability = offer.availability();
        peer.timeZone = offer.timeZone().getId();
        peer.away.retainAll(offer.away());
        peer.away.addAll(offer.away());
    }

    PeerProfile read(Peer peer) {
        return new PeerProfile(
                new Identity(
                        open(peer, DISPLAY_NAME, peer.displayName),
                        open(peer, FULL_NAME, peer.fullName),
                        mobileNumber(peer),
                        open(peer, GMC_NUMBER, peer.gmcNumber)),
                new Background(
                        peer.jobRole,
                        peer.specialty,
                        peer.gender,
                        peer.region,
                        peer.employers == null
                                ? List.of()
                                : Arrays.asList(
                                        open(peer, EMPLOYERS, peer.employers).split("\n"))),
                new Offer(peer.capacity, peer.monthlyCap, peer.availability, peer.timeZone(), List.copyOf(peer.away)),
                peer.avoid == null ? Avoidance.NONE : read(open(peer, AVOID, peer.avoid)));
    }

    // Neither can contain a line break: what people send is one line each.
    private static String written(Avoidance avoid) {
        return String.join("\n", avoid.names()) + "\n\n" + String.join("\n", avoid.employers());
    }

    private static Avoidance read(String written) {
        int middle = written.indexOf("\n\n");
        return new Avoidance(lines(written.substring(0, middle)), lines(written.substring(middle + 2)));
    }

    private static List<String> lines(String written) {
        return written.isEmpty() ? List.of() : Arrays.asList(written.split("\n"));
    }

    /** What finds peers of this name, or of part of it. */
    String[] nameKeys(String name) {
        return keys("name", NameKeys.ofAvoided(name));
    }

    String displayName(Peer peer) {
        return peer.isForgotten() ? "(erased)" : open(peer, DISPLAY_NAME, peer.displayName);
    }

    PhoneNumber mobileNumber(Peer peer) {
        return peer.isForgotten() ? null : new PhoneNumber(open(peer, MOBILE_NUMBER, peer.mobileNumber));
    }

    /** The same of a peer who has not been loaded as an aggregate. */
    String displayName(UUID peer, byte[] sealed) {
        return vault.open(peer, DISPLAY_NAME, peer, sealed);
    }

    /** The number in E.164. */
    String mobileNumber(UUID peer, byte[] sealed) {
        return vault.open(peer, MOBILE_NUMBER, peer, sealed);
    }

    String gmcKey(PeerProfile profile) {
        return blindIndex.of("gmc", profile.identity().gmcNumber());
    }

    private String[] keys(String kind, Collection<String> normalised) {
        return normalised.stream()
                .distinct()
                .map(value -> blindIndex.of(kind, value))
                .toArray(String[]::new);
    }

    private byte[] seal(Peer peer, SealedField field, String text) {
        return vault.seal(peer.id, field, peer.id, text);
    }

    private String open(Peer peer, SealedField field, byte[] sealed) {
        return vault.open(peer.id, field, peer.id, sealed);
    }
}
