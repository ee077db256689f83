package org.peerline.safeguarding.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.safeguarding.AskingPeers.Contact;

/** A peer who asked for the safeguarding lead, and how to ring them. */
@Schema(name = "PeerContact", description = "A peer who asked for the safeguarding lead, and how to ring them.")
public record PeerContactView(
        @Schema(required = true) UUID id,

        @Schema(description = "What requesters call them.", maxLength = 60, required = true)
        String displayName,

        @Schema(maxLength = 100, required = true) String fullName,

        @Schema(description = "In E.164.", maxLength = 16, required = true)
        String mobileNumber) {

    static PeerContactView of(Contact contact) {
        return new PeerContactView(
                contact.id(),
                contact.displayName(),
                contact.fullName(),
                contact.mobileNumber().e164());
    }

    @Override
    public String toString() {
        return "PeerContactView";
    }
}
