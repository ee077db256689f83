package org.peerline.peers;

import java.util.List;
import org.peerline.core.Gender;
import org.peerline.core.PhoneNumber;

/**
 * What the roster says of a peer, in clear: never logged, never kept longer than one answer needs it.
 *
 * @param displayName what a requester sees, such as "Dr Amara N"
 * @param gmcNumber the General Medical Council's reference number, seven digits
 * @param employers current and past
 * @param avoid whom the peer keeps away from
 * @param capacity how many open assignments the peer offers to hold at once
 * @param monthlyCap how many new assignments within 30 days
 */
public record PeerProfile(
        String displayName,
        String fullName,
        PhoneNumber mobileNumber,
        String gmcNumber,
        String jobRole,
        String specialty,
        Gender gender,
        String region,
        List<String> employers,
        int capacity,
        int monthlyCap,
        Availability availability,
        Avoidance avoid) {

    public PeerProfile {
        employers = List.copyOf(employers);
    }

    /** Somebody who keeps away from nobody. */
    public PeerProfile(
            String displayName,
            String fullName,
            PhoneNumber mobileNumber,
            String gmcNumber,
            String jobRole,
            String specialty,
            Gender gender,
            String region,
            List<String> employers,
            int capacity,
            int monthlyCap,
            Availability availability) {
        this(
                displayName,
                fullName,
                mobileNumber,
                gmcNumber,
                jobRole,
                specialty,
                gender,
                region,
                employers,
                capacity,
                monthlyCap,
                availability,
                Avoidance.NONE);
    }

    @Override
    public String toString() {
        return "PeerProfile";
    }
}
