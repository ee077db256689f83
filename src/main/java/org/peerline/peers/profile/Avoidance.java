package org.peerline.peers.profile;

import java.util.List;

/** People and places whose requesters a peer keeps away from, as they were said; in clear, so never logged. */
public record Avoidance(List<String> names, List<String> employers) {
    public static final Avoidance NONE = new Avoidance(List.of(), List.of());

    public Avoidance {
        names = List.copyOf(names);
        employers = List.copyOf(employers);
    }

    @Override
    public String toString() {
        return "Avoidance";
    }
}
