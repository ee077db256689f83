package org.peerline.matching;

import java.util.Set;

/**
 * What a request asks of a peer.
 *
 * @param ownNameKeys their own surname with each first name, as blind keys: a namesake may be themselves
 * @param employerKeys the requester's own employers and the places to avoid, as blind keys
 * @param avoidNameKeys names to avoid, as blind keys
 * @param musts the wishes without which nobody will do
 */
public record Need(
        String numberKey,
        Set<String> ownNameKeys,
        Set<String> employerKeys,
        Set<String> avoidNameKeys,
        Wishes wishes,
        Set<Wish> musts) {

    /** The things a requester may wish about a peer. */
    public enum Wish {
        SPECIALTY,
        GENDER,
        SAME_PEER
    }

    /** Each is {@code null} or false where nothing was wished. */
    public record Wishes(String specialty, String gender, boolean samePeer) {
        public static final Wishes NONE = new Wishes(null, null, false);
    }

    /** Whether a wish that was made is met; a wish that was not made is not met and not missed. */
    boolean met(Wish wish, Candidate candidate) {
        return switch (wish) {
            case SPECIALTY -> wishes.specialty != null && wishes.specialty.equalsIgnoreCase(candidate.specialty());
            case GENDER -> wishes.gender != null && wishes.gender.equals(candidate.gender());
            case SAME_PEER -> wishes.samePeer && candidate.earlierPeer();
        };
    }

    boolean made(Wish wish) {
        return switch (wish) {
            case SPECIALTY -> wishes.specialty != null;
            case GENDER -> wishes.gender != null;
            case SAME_PEER -> wishes.samePeer;
        };
    }
}
