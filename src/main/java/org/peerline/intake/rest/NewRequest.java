package org.peerline.intake.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.BirthDate;
import org.peerline.api.input.PlainText;
import org.peerline.api.input.UkMobile;
import org.peerline.core.Gender;
import org.peerline.requests.profile.Ethnicity;
import org.peerline.sms.NotOurNumber;

/** What a call handler sends: five fields that the phone line asks for, and what the caller chose to add. */
@Schema(description = "A new request for support.")
public record NewRequest(
        @Schema(description = "The caller's full name.") @NotNull(message = "Is required.") @PlainText(max = 100)
        String name,

        @Schema(description = "Where texts go: a UK mobile number, in E.164 or as people write it.")
        @NotNull(message = "Is required.")
        @UkMobile
        @NotOurNumber
        String contactNumber,

        @NotNull(message = "Is required.") @Valid NewAddress address,

        @Schema(description = "The caller is 16 or older.") @NotNull(message = "Is required.") @BirthDate
        LocalDate dateOfBirth,

        @Schema(description = "Such as Foundation doctor, GP, Medical student.")
        @NotNull(message = "Is required.")
        @PlainText(max = 80)
        String jobRole,

        Gender gender,
        Ethnicity ethnicity,

        @Schema(description = "The caller's own specialty.") @PlainText(max = 80)
        String specialty,

        @Schema(description = "Present and past employers: no peer of the same employer is assigned.")
        @Size(max = 20, message = "At most {max} employers.")
        List<@PlainText(max = 120) String> employers,

        @Valid NewAvoidance avoid,
        @Valid NewWishes wishes,

        @Schema(description = "The phone is shared: texts must not show what they are about.")
        Boolean neutralWording,

        @Schema(
                description = "The language of our texts; English if left out, and wherever a text has no Welsh yet.",
                enumeration = {"en", "cy"})
        @Pattern(regexp = "en|cy", message = "Must be one of en, cy.")
        String language) {}
