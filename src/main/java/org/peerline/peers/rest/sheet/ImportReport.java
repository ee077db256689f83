package org.peerline.peers.rest.sheet;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.peers.ImportPeers;

/** What an import did, or would do. */
@Schema(description = "What an import has done or, for a preview, would do.")
public record ImportReport(
        @Schema(description = "Nothing has been changed: this is what would be.", required = true)
        boolean preview,

        @Schema(description = "Peers put on the roster.", required = true, minimum = "0", maximum = "20000")
        int created,

        @Schema(description = "Entries changed.", required = true, minimum = "0", maximum = "20000")
        int changed,

        @Schema(description = "Entries that were so already.", required = true, minimum = "0", maximum = "20000")
        int unchanged,

        @Schema(required = true, maxItems = 20000) List<ImportedRow> rows) {

    /** One row. */
    @Schema(description = "What became of a row.")
    public record ImportedRow(
            @Schema(
                    description = "As the spreadsheet shows it; the headings are row 1.",
                    required = true,
                    minimum = "2",
                    maximum = "20001")
            int row,

            @Schema(required = true) ImportPeers.Effect effect,

            @Schema(required = true, maxLength = 40) String displayName,

            @Schema(description = "The peer's id; null in a preview for somebody new.", nullable = true)
            UUID peerId) {}

    static ImportReport of(List<ImportPeers.Line> lines, boolean preview) {
        return new ImportReport(
                preview,
                count(lines, ImportPeers.Effect.CREATED),
                count(lines, ImportPeers.Effect.CHANGED),
                count(lines, ImportPeers.Effect.UNCHANGED),
                lines.stream()
                        .map(line -> new ImportedRow(
                                line.row(),
                                line.effect(),
                                line.displayName(),
                                preview && line.effect() == ImportPeers.Effect.CREATED ? null : line.peer()))
                        .toList());
    }

    private static int count(List<ImportPeers.Line> lines, ImportPeers.Effect effect) {
        return (int) lines.stream().filter(line -> line.effect() == effect).count();
    }

    @Override
    public String toString() {
        return "ImportReport";
    }
}
