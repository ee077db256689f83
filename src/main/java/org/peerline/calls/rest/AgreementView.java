package org.peerline.calls.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.calls.negotiation.Agreement;
import org.peerline.core.Party;

/** One side's yes. */
@Schema(description = "One side's yes to the time of a call.")
public record AgreementView(
        @Schema(required = true) Party party,
        @Schema(required = true) Agreement.Via via,
        @Schema(required = true) Instant at) {

    static AgreementView of(Agreement agreement) {
        return new AgreementView(agreement.party(), agreement.via(), agreement.at());
    }
}
