package org.peerline.intake.rest;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.PlainText;
import org.peerline.core.Gender;

/** What the caller would like about the peer. */
@Schema(description = "Wishes about the peer. They rank peers; those named in musts exclude peers.")
public record NewWishes(
        @PlainText(max = 80) String specialty,
        Gender gender,

        @Schema(description = "For somebody who comes back: the peer they had before.")
        Boolean samePeer,

        @Schema(description = "For somebody who comes back: nobody they had before. Not together with samePeer.")
        Boolean newPeer,

        @Schema(description = "The wishes without which nobody will do.")
        @Size(max = 4, message = "At most {max} wishes.")
        List<Must> musts) {

    /** A wish by name. */
    public enum Must {
        specialty,
        gender,
        samePeer,
        newPeer
    }
}
