package org.peerline.archive.rest;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The receipt of an erasure. */
@Schema(description = "That somebody was erased, and how much went; never what.")
public record ErasureReceipt(
        @Schema(required = true) UUID id,

        @Schema(description = "The id of the person, which leads nowhere now.", required = true)
        UUID person,

        @Schema(required = true) Instant at,

        @Schema(description = "Rows by the names of the parts.", required = true)
        Map<String, Integer> removed) {}
