package org.peerline.privacy.keeping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An entry that may be the same person's as another one. Whether it is, somebody has to say: two people can have one name
 * and one birthday, and two people can share a phone.
 *
 * @param references of the requests under it, by which the person can be asked
 */
public record OtherEntry(UUID id, Instant since, Likeness likeness, List<String> references) {
    /** What the two have in common. */
    public enum Likeness {
        SAME_NAME_AND_BIRTH_DATE,
        SAME_NUMBER,
        SAME_GMC_NUMBER,
        SAME_GMC_NUMBER_AND_MOBILE
    }

    public OtherEntry {
        references = List.copyOf(references);
    }
}
