package org.peerline.archive.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.archive.WhoHasSeen;

/** One thing that happened to somebody's details. */
@Schema(name = "Seen", description = "One thing that happened to somebody's details.")
public record SeenView(
        @Schema(required = true) Instant at,

        @Schema(description = "In plain words, for the person.", maxLength = 500, required = true)
        String sentence) {
    static SeenView of(WhoHasSeen.Seen seen) {
        return new SeenView(seen.at(), seen.sentence());
    }
}
