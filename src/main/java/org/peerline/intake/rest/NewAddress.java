package org.peerline.intake.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.PlainText;
import org.peerline.api.input.Postcode;
import org.peerline.api.input.UkPostcode;
import org.peerline.requests.profile.Address;

/** A postal address. */
@Schema(description = "A postal address in the United Kingdom or the Crown dependencies.")
public record NewAddress(
        @NotNull(message = "Is required.") @PlainText(max = 120)
        String line1,

        @PlainText(max = 120) String line2,
        @PlainText(max = 80) String town,

        @NotNull(message = "Is required.") @Postcode String postcode) {

    Address read() {
        return new Address(line1, line2, town, UkPostcode.normalised(postcode).orElseThrow());
    }
}
