package org.peerline.peers.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.peerline.peers.PeerProfile;

class DemoPeersTest {
    @Test
    void nobody_on_the_demo_roster_can_be_reached_or_exist() {
        for (PeerProfile peer : DemoPeers.ALL) {
            assertTrue(peer.mobileNumber().isForDrama());
            assertTrue(peer.gmcNumber().matches("000000[0-9]"), peer.gmcNumber());
        }
    }

    @Test
    void six_people_differ_in_everything_that_matters_to_choosing_one() {
        assertEquals(6, DemoPeers.ALL.size());
        List<Function<PeerProfile, Object>> unique = List.of(
                PeerProfile::mobileNumber,
                PeerProfile::gmcNumber,
                PeerProfile::displayName,
                PeerProfile::fullName,
                PeerProfile::specialty,
                PeerProfile::region,
                PeerProfile::availability);
        for (var property : unique) {
            assertEquals(6, DemoPeers.ALL.stream().map(property).distinct().count());
        }
        assertTrue(DemoPeers.ALL.stream().map(PeerProfile::gender).distinct().count() > 2);
        DemoPeers.ALL.forEach(
                peer -> assertEquals(List.of(), peer.availability().overlapping()));
    }
}
