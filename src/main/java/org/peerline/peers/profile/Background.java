package org.peerline.peers.profile;

import java.util.List;
import org.peerline.core.Gender;

/**
 * What of a peer requesters may wish for, and where they may have met.
 *
 * @param employers current and past
 */
public record Background(String jobRole, String specialty, Gender gender, String region, List<String> employers) {
    public Background {
        employers = List.copyOf(employers);
    }

    @Override
    public String toString() {
        return "Background";
    }
}
