package org.peerline.intake.returning.rest;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.BirthDate;
import org.peerline.api.input.PlainText;

/** What a caller says of themselves. */
@Schema(description = "Who the caller says they are.")
public record Recognising(
        @Schema(description = "The caller's full name.") @NotNull(message = "Is required.") @PlainText(max = 100)
        String name,

        @NotNull(message = "Is required.") @BirthDate LocalDate dateOfBirth) {

    @Override
    public String toString() {
        return "Recognising";
    }
}
