package org.peerline.requests;

import java.util.List;
import java.util.Set;
import org.peerline.core.Gender;
import org.peerline.matching.Need.Wish;

/** What a requester asks for, beside who they are. Lists may be empty; single wishes may be {@code null}. */
public record Plea(
        List<String> avoidEmployers,
        List<String> avoidNames,
        String wishSpecialty,
        Gender wishGender,
        boolean wishSamePeer,
        boolean wishNewPeer,
        Set<Wish> musts) {
    public static final Plea NOTHING_SPECIAL = new Plea(List.of(), List.of(), null, null, false, false, Set.of());

    public Plea {
        avoidEmployers = List.copyOf(avoidEmployers);
        avoidNames = List.copyOf(avoidNames);
        musts = Set.copyOf(musts);
    }

    @Override
    public String toString() {
        return "Plea";
    }
}
