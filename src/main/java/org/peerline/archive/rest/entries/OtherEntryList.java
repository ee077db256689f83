package org.peerline.archive.rest.entries;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Entries that may be the same person's. */
@Schema(description = "Entries that may be the same person's.")
public record OtherEntryList(
        @Schema(maxItems = 10000, required = true) List<OtherEntryView> items) {}
