package org.peerline.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.problem.Violation;

/**
 * A problem document (RFC 9457): what every error answer carries, without personal data.
 *
 * @param instance the id of this request, the same as in {@code X-Request-Id}
 * @param code the machine-readable reason of a 409
 * @param violations each fault of a 400
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A problem document (RFC 9457). It never carries personal data.")
public record Problem(
        @Schema(
                description = "The kind of problem; stable.",
                maxLength = 100,
                required = true,
                examples = "urn:peerline:problem:invalid-input")
        String type,

        @Schema(description = "The kind of problem in words.", maxLength = 100, required = true)
        String title,

        @Schema(description = "The HTTP status.", minimum = "400", maximum = "599", required = true)
        int status,

        @Schema(description = "What is wrong this time, for a person.", maxLength = 500)
        String detail,

        @Schema(description = "The request id, the same as in X-Request-Id.", maxLength = 50, required = true)
        String instance,

        @Schema(description = "The machine-readable reason of a 409.", maxLength = 100, pattern = "[a-z][a-z0-9_]*")
        String code,

        @Schema(description = "Each fault of a 400.", type = SchemaType.ARRAY, maxItems = 200)
        List<Violation> violations) {
    public static final String MEDIA_TYPE = "application/problem+json";
}
