package org.peerline.core;

import java.util.UUID;

/** What an audit entry or a piece of personal data is about: a kind and an id, never a name. */
public record Subject(Kind kind, UUID id) {

    /** The kinds of thing that Peerline keeps a record of. */
    public enum Kind {
        REQUESTER,
        PEER,
        REQUEST,
        ASSIGNMENT,
        CALL,
        MESSAGE,
        API_KEY,
        SESSION,
        TASK,
        INBOUND_TEXT,
        SENDING_HOLD,
        EMPLOYER_ALIAS,
        /** Somebody asking for help by text, before there is a request. */
        INTAKE,
        /** A member of staff who came by the organisation's own sign-in. */
        STAFF,
        /** The service as a whole; its id is nil. */
        SERVICE
    }

    public static final Subject SERVICE = new Subject(Kind.SERVICE, new UUID(0, 0));

    public static Subject of(Kind kind, UUID id) {
        return new Subject(kind, id);
    }
}
