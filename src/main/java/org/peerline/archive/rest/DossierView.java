package org.peerline.archive.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.archive.Dossier;
import org.peerline.core.Subject;
import org.peerline.privacy.keeping.HeldRecord;

/** Everything that is held about somebody. */
@Schema(name = "Dossier", description = "Everything that is held about somebody, for their own eyes.")
public record DossierView(
        @Schema(
                description = "What they are to the programme.",
                enumeration = {"REQUESTER", "PEER"},
                required = true)
        Subject.Kind kind,

        @Schema(required = true) UUID id,

        @Schema(
                description = "Other entries of the same person that are in this copy too.",
                type = SchemaType.ARRAY,
                maxItems = 100,
                required = true)
        List<UUID> otherEntries,

        @Schema(required = true) Instant preparedAt,

        @Schema(description = "One part for each kind of thing that could be held.", maxItems = 100, required = true)
        List<Part> parts) {

    /** What one room holds. */
    @Schema(name = "DossierPart")
    public record Part(
            @Schema(description = "In plain words.", maxLength = 200, required = true)
            String heading,

            @Schema(
                    description = "One entry for each thing held, by names in plain words; empty when nothing is.",
                    type = SchemaType.ARRAY,
                    maxItems = 100000,
                    required = true)
            List<Map<String, Object>> records) {}

    static DossierView of(Dossier dossier) {
        return new DossierView(
                dossier.entries().get(0).kind(),
                dossier.entries().get(0).id(),
                dossier.entries().stream().skip(1).map(Subject::id).toList(),
                dossier.preparedAt(),
                dossier.parts().stream()
                        .map(part -> new Part(
                                part.heading(),
                                part.records().stream().map(HeldRecord::fields).toList()))
                        .toList());
    }

    @Override
    public String toString() {
        return "DossierView";
    }
}
