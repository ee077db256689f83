package org.peerline.archive.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has seen or changed somebody's details. */
@Schema(description = "Who has seen or changed somebody's details, oldest first.")
public record SeenList(
        @Schema(maxItems = 100000, required = true) List<SeenView> items) {}
