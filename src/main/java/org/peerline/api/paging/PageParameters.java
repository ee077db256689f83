package org.peerline.api.paging;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of a list, for use as a bean parameter. */
public class PageParameters {
    @QueryParam("limit")
    @Parameter(
            description = "How many entries a page has at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    String limit;

    @QueryParam("cursor")
    @Parameter(
            description = "The nextCursor of the page before.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 64, pattern = "[A-Za-z0-9_-]*"))
    String cursor;

    public PageRequest asked() {
        return PageRequest.of(limit, cursor);
    }
}
