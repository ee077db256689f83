package org.peerline.peers;

import java.util.UUID;
import java.util.function.Supplier;
import org.peerline.core.PhoneNumber;

/** What a text needs to know of a peer; sealed until it is asked for. */
public final class PeerCard {
    private final UUID id;
    private final Supplier<String> displayName;
    private final Supplier<String> mobileNumber;
    private PhoneNumber opened;

    PeerCard(UUID id, Supplier<String> displayName, Supplier<String> mobileNumber) {
        this.id = id;
        this.displayName = displayName;
        this.mobileNumber = mobileNumber;
    }

    public UUID id() {
        return id;
    }

    public String displayName() {
        return displayName.get();
    }

    public PhoneNumber mobileNumber() {
        if (opened == null) {
            opened = new PhoneNumber(mobileNumber.get());
        }
        return opened;
    }

    @Override
    public String toString() {
        return "PeerCard[" + id + "]";
    }
}
