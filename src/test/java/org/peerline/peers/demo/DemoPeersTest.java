package org.peerline.peers.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.peerline.peers.profile.PeerProfile;

class DemoPeersTest {
    @Test
    void nobody_on_the_demo_roster_can_be_reached_or_exist() {
        for (PeerProfile peer : DemoPeers.ALL) {
            assertTrue(peer.identity().mobileNumber().isForDrama());
            assertTrue(
                    peer.identity().gmcNumber().matches("000000[0-9]"),
                    peer.identity().gmcNumber());
        }
    }

    @Test
    void six_people_differ_in_everything_that_matters_to_choosing_one() {
        assertEquals(6, DemoPeers.ALL.size());
        List<Function<PeerProfile, Object>> unique = List.of(
                peer -> peer.identity().mobileNumber(),
                peer -> peer.identity().gmcNumber(),
                peer -> peer.identity().displayName(),
                peer -> peer.identity().fullName(),
                peer -> peer.background().specialty(),
                peer -> peer.background().region(),
                peer -> peer.offer().availability());
        for (var property : unique) {
            assertEquals(6, DemoPeers.ALL.stream().map(property).distinct().count());
        }
        assertTrue(DemoPeers.ALL.stream()
                        .map(peer -> peer.background().gender())
                        .distinct()
                        .count()
                > 2);
        DemoPeers.ALL.forEach(
                peer -> assertEquals(List.of(), peer.offer().availability().overlapping()));
    }
}
