package org.peerline.audit;

import java.util.UUID;

/**
 * Who did something.
 *
 * @param roles in which roles, such as {@code COORDINATOR,INTAKE}; null for those who have none
 */
public record Actor(Kind kind, UUID id, String roles) {

    /** How they came in. */
    public enum Kind {
        /** An integrator or coordinator with an API key; the id is the key's. */
        API_KEY,
        /** A peer signed in by one-time code; the id is the peer's. */
        PEER,
        /** The first key, from the configuration. */
        ADMIN_KEY,
        /** A member of staff, signed in with the organisation's own identity provider; the id stands for their account. */
        STAFF,
        /** A requester by text. */
        REQUESTER,
        /** The service itself, by a clock. */
        SERVICE
    }

    public static final Actor SERVICE = new Actor(Kind.SERVICE, null, null);

    public static Actor peer(UUID id) {
        return new Actor(Kind.PEER, id, "PEER");
    }

    public static Actor requester(UUID id) {
        return new Actor(Kind.REQUESTER, id, null);
    }
}
