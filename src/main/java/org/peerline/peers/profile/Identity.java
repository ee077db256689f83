package org.peerline.peers.profile;

import org.peerline.core.PhoneNumber;

/**
 * Who a peer is.
 *
 * @param displayName what a requester sees, such as "Dr Amara N"
 * @param gmcNumber the General Medical Council's reference number, seven digits
 */
public record Identity(String displayName, String fullName, PhoneNumber mobileNumber, String gmcNumber) {
    @Override
    public String toString() {
        return "Identity";
    }
}
