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
        EMPLOYER_ALIAS
    }

    public static Subject of(Kind kind, UUID id) {
        return new Subject(kind, id);
    }
}
