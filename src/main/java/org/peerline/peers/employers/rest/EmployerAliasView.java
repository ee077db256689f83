package org.peerline.peers.employers.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.peers.employers.EmployerAlias;

/** Two names of one employer, as they are known. */
@Schema(
        name = "EmployerAlias",
        description = "Two names of one employer: peers of either are kept from requesters of either.")
public record EmployerAliasView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true, maxLength = 200) String alias,
        @Schema(required = true, maxLength = 200) String employer) {

    static EmployerAliasView of(EmployerAlias known) {
        return new EmployerAliasView(known.id(), known.createdAt(), known.alias(), known.employer());
    }
}
