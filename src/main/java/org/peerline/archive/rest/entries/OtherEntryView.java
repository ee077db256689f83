package org.peerline.archive.rest.entries;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.privacy.keeping.OtherEntry;

/** An entry that may be the same person's. */
@Schema(
        name = "OtherEntry",
        description = "An entry that may be the same person's; ask them before you take it for theirs.")
public record OtherEntryView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant since,

        @Schema(description = "What the two have in common.", required = true)
        OtherEntry.Likeness likeness,

        @Schema(description = "Of the requests under it.", type = SchemaType.ARRAY, maxItems = 10000, required = true)
        List<@Size(max = 9) String> references) {
    public static OtherEntryView of(OtherEntry entry) {
        return new OtherEntryView(entry.id(), entry.since(), entry.likeness(), entry.references());
    }
}
