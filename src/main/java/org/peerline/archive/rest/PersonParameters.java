package org.peerline.archive.rest;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.peerline.archive.Reason;

/** Why something is done about somebody, and which entries are this one person; for use as a bean parameter. */
public class PersonParameters {
    static final String WHY = "Why: a code, so that no name gets into an address.";

    static final String WHO =
            "The ids of other entries that are the same person, or NOBODY. It must be said where other"
                    + " entries have the same name and date of birth, the same number or the same GMC number: only somebody who"
                    + " has asked the person knows whether they are. `/other-entries` lists them.";

    @QueryParam("reason")
    @Parameter(description = WHY, required = true, schema = @Schema(implementation = Reason.class))
    String reason;

    @QueryParam("also")
    @Parameter(description = WHO)
    @Size(max = 100)
    List<@Size(max = 36) String> also;
}
