package org.peerline.archive.rest;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.peerline.archive.Reason;

/** Why a copy of everything about somebody is taken, and what is in it; for use as a bean parameter. */
public class CopyParameters {
    @QueryParam("reason")
    @Parameter(description = PersonParameters.WHY, required = true, schema = @Schema(implementation = Reason.class))
    String reason;

    @QueryParam("also")
    @Parameter(description = PersonParameters.WHO)
    @Size(max = 100)
    List<@Size(max = 36) String> also;

    @QueryParam("words")
    @Parameter(
            description =
                    "The words of conversations are for their two people. INCLUDE puts into the copy, for the person"
                            + " it is handed to, what is still kept and theirs to have, and says so in the record: of a requester"
                            + " the whole conversation, of a peer what they wrote themselves and never what was written to them.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"LEAVE_OUT", "INCLUDE"},
                            defaultValue = "LEAVE_OUT"))
    String words;
}
