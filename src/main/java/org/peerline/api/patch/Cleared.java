package org.peerline.api.patch;

import java.util.Set;

/**
 * Which properties of a merge patch (RFC 7396) were sent as null. A record with a component of this type is read as a
 * patch: a property left out stays as it is, null clears one that is {@link Clearable} and is refused for any other.
 */
public record Cleared(Set<String> names) {
    /** The media type of such a patch; plain JSON is taken too. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    public Cleared {
        names = Set.copyOf(names);
    }

    /**
     * The property after the patch.
     *
     * @param sent null when it was left out or cleared
     * @param empty what a cleared property is
     */
    public <T> T merged(String name, T sent, T present, T empty) {
        if (names.contains(name)) {
            return empty;
        }
        return sent == null ? present : sent;
    }
}
