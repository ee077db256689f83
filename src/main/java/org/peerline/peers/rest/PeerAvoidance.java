package org.peerline.peers.rest;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.PlainText;
import org.peerline.peers.profile.Avoidance;

/** Whom a peer keeps away from, as sent and as answered. */
@Schema(
        description =
                "People and places that the peer keeps away from. A possible match keeps a requester from the peer;"
                        + " nobody else is told.")
public record PeerAvoidance(
        @Schema(description = "Names; titles and initials are understood.")
        @Size(max = 20, message = "At most {max} names.")
        List<@PlainText(max = 100) String> names,

        @Schema(description = "Employers whose doctors are not to be assigned to the peer.")
        @Size(max = 20, message = "At most {max} employers.")
        List<@PlainText(max = 200) String> employers) {

    /** Null, as for a property left out, stays null. */
    static Avoidance read(PeerAvoidance sent) {
        return sent == null
                ? null
                : new Avoidance(
                        sent.names == null ? List.of() : sent.names,
                        sent.employers == null ? List.of() : sent.employers);
    }

    static PeerAvoidance of(Avoidance avoidance) {
        return new PeerAvoidance(avoidance.names(), avoidance.employers());
    }

    @Override
    public String toString() {
        return "PeerAvoidance";
    }
}
