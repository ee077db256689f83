package org.peerline.peers.profile;

import java.time.Instant;

/**
 * What the roster says of a peer, in clear: never logged, never kept longer than one answer needs it.
 *
 * @param avoid whom the peer keeps away from
 */
public record PeerProfile(Identity identity, Background background, Offer offer, Avoidance avoid) {
    /** Of somebody who keeps away from nobody. */
    public PeerProfile(Identity identity, Background background, Offer offer) {
        this(identity, background, offer, Avoidance.NONE);
    }

    /** Without the days away that are over. */
    public PeerProfile asOf(Instant now) {
        return offering(offer.asOf(now));
    }

    /** The same person, who offers that. */
    public PeerProfile offering(Offer other) {
        return new PeerProfile(identity, background, other, avoid);
    }

    @Override
    public String toString() {
        return "PeerProfile";
    }
}
