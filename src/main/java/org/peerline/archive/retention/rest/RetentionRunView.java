package org.peerline.archive.retention.rest;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.archive.retention.RetentionReceipt;

/** What one sweep removed, or would remove. */
@Schema(name = "RetentionRun", description = "What one sweep removed, or would remove.")
public record RetentionRunView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant startedAt,

        @Schema(
                description = "Null while it runs, or when it was cut off; the next one goes on from there.",
                nullable = true)
        Instant finishedAt,

        @Schema(required = true) boolean dryRun,

        @Schema(description = "Rows by the names of the duties; never whose.", required = true)
        SortedMap<String, Long> counts) {
    static RetentionRunView of(RetentionReceipt receipt) {
        return new RetentionRunView(
                receipt.id(), receipt.startedAt(), receipt.finishedAt(), receipt.dryRun(), receipt.counts());
    }
}
