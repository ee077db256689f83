package org.peerline.matching;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a request asks of a peer.
 *
 * @param ownNameKeys their own surname with each first name, as blind keys: a namesake may be themselves
 * @param knownAsKeys every way in which their name may be written, as blind keys, for those who keep away from them
 * @param ownEmployerKeys where the requester works or has worked, under every name that is known of it, as blind keys
 * @param avoidEmployerKeys the places to avoid, likewise
 * @param avoidNameKeys names to avoid, as blind keys
 * @param musts the wishes without which nobody will do
 */
public record Need(
        String numberKey,
        Set<String> ownNameKeys,
        Set<String> knownAsKeys,
        Set<String> ownEmployerKeys,
        Set<String> avoidEmployerKeys,
        Set<String> avoidNameKeys,
        Wishes wishes,
        Set<Wish> musts) {

    /** The things a requester may wish about a peer. */
    public enum Wish {
        SPECIALTY,
        GENDER,
        SAME_PEER,
        /** Somebody they have not been with before. */
        NEW_PEER
    }

    /** Each is {@code null} or false where nothing was wished. */
    public record Wishes(String specialty, String gender, boolean samePeer, boolean newPeer) {
        public static final Wishes NONE = new Wishes(null, null, false, false);
    }

    /** The same need, with these wishes only ranking and no longer excluding anybody. */
    public Need without(Set<Wish> dropped) {
        Set<Wish> kept = EnumSet.noneOf(Wish.class);
        kept.addAll(musts);
        kept.removeAll(dropped);
        return new Need(
                numberKey, ownNameKeys, knownAsKeys, ownEmployerKeys, avoidEmployerKeys, avoidNameKeys, wishes, kept);
    }

    /** Whether a wish that was made is met; a wish that was not made is not met and not missed. */
    boolean met(Wish wish, Candidate candidate) {
        return switch (wish) {
            case SPECIALTY -> wishes.specialty != null && wishes.specialty.equalsIgnoreCase(candidate.specialty());
            case GENDER -> wishes.gender != null && wishes.gender.equals(candidate.gender());
            case SAME_PEER -> wishes.samePeer && candidate.earlierPeer();
            case NEW_PEER -> wishes.newPeer && !candidate.earlierPeer();
        };
    }

    public boolean made(Wish wish) {
        return switch (wish) {
            case SPECIALTY -> wishes.specialty != null;
            case GENDER -> wishes.gender != null;
            case SAME_PEER -> wishes.samePeer;
            case NEW_PEER -> wishes.newPeer;
        };
    }

    /** Whether this one is what was asked for, where the same peer or somebody new was. Others only if there is none. */
    public boolean isFirstChoice(Candidate candidate) {
        return wishes.samePeer ? candidate.earlierPeer() : !wishes.newPeer || !candidate.earlierPeer();
    }

    /** Whether nobody will do without this wish. */
    public boolean insists(Wish wish) {
        return musts.contains(wish) && made(wish);
    }

    boolean mustMet(Wish wish, Candidate candidate) {
        return !insists(wish) || met(wish, candidate);
    }
}
