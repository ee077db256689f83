package org.peerline.privacy.keeping;

import java.util.Set;
import java.util.UUID;
import org.peerline.core.Subject;

/**
 * Somebody whose personal data the rooms keep.
 *
 * @param subject a requester or a peer
 * @param handsets the blind keys of the numbers that the rooms know them by
 */
public record Person(Subject subject, Set<String> handsets) {
    public Person {
        handsets = Set.copyOf(handsets);
        if (subject.kind() != Subject.Kind.REQUESTER && subject.kind() != Subject.Kind.PEER) {
            throw new IllegalArgumentException("not a person: " + subject.kind());
        }
    }

    public UUID id() {
        return subject.id();
    }

    public boolean isRequester() {
        return subject.kind() == Subject.Kind.REQUESTER;
    }

    public boolean isPeer() {
        return subject.kind() == Subject.Kind.PEER;
    }

    /** For an array parameter of SQL. */
    public String[] handsetKeys() {
        return handsets.toArray(String[]::new);
    }
}
