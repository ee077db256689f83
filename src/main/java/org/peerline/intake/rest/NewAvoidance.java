package org.peerline.intake.rest;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.PlainText;

/** Places and people that the caller wants to keep away from. */
@Schema(description = "Places and people to avoid. A possible match excludes a peer; nobody is told whom.")
public record NewAvoidance(
        @Schema(description = "Employers whose doctors are not to be assigned.")
        @Size(max = 20, message = "At most {max} employers.")
        List<@PlainText(max = 120) String> employers,

        @Schema(description = "Names of people who are not to be assigned; titles and initials are understood.")
        @Size(max = 20, message = "At most {max} names.")
        List<@PlainText(max = 100) String> names) {}
