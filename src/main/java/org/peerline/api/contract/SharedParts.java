package org.peerline.api.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.peerline.api.http.Problem;
import org.peerline.api.http.RequestId;
import org.peerline.api.problem.ProblemType;

/** Headers, the idempotency parameter and the error answers, each once, for the operations to refer to. */
final class SharedParts {
    static final String IDEMPOTENCY_KEY = "IdempotencyKey";

    private SharedParts() {}

    static void addTo(Components components) {
        components.addHeader("RequestId", requestId());
        components.addHeader("ETag", header("The version that was answered, for `If-Match` of a change.", text(24)));
        components.addParameter(IDEMPOTENCY_KEY, idempotencyKey());
        for (ProblemType type : ProblemType.values()) {
            if (type != ProblemType.OTHER) {
                components.addResponse(type.name(), answer(type));
            }
        }
    }

    static APIResponse reference(int status) {
        return OASFactory.createAPIResponse()
                .ref("#/components/responses/" + ProblemType.of(status).name());
    }

    private static APIResponse answer(ProblemType type) {
        var problem =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        var answer = OASFactory.createAPIResponse()
                .description(type.title() + ": `" + type.uri() + "`." + codes(type))
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem))
                .addHeader(RequestId.HEADER, OASFactory.createHeader().ref("#/components/headers/RequestId"));
        if (type == ProblemType.TOO_MANY_REQUESTS || type == ProblemType.UNAVAILABLE) {
            answer.addHeader("Retry-After", header("Seconds to wait.", integer()));
        }
        if (type == ProblemType.UNAUTHENTICATED) {
            answer.addHeader("WWW-Authenticate", header("Always Bearer.", text(20)));
        }
        return answer;
    }

    /** Beside the codes that an operation names itself. */
    private static String codes(ProblemType type) {
        return type == ProblemType.CONFLICT
                ? " The operation says which `code` it may have; everywhere it may be `changed_meanwhile` (read again"
                        + " and try once more) or, with an Idempotency-Key, `idempotency_key_reused`."
                : "";
    }

    private static Header requestId() {
        return header("The id of this request, also in the log.", text(50));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "Makes a repeat safe: within 24 hours the same key and request gets the first answer again,"
                                + " with `Idempotency-Replayed: true`, and has no second effect. The same key with another"
                                + " request is refused with 409 `idempotency_key_reused`.")
                .required(false)
                .schema(text(255).minLength(1).pattern("[ -~]+"));
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    private static Schema text(int longest) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)).maxLength(longest);
    }

    private static Schema integer() {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.INTEGER))
                .minimum(java.math.BigDecimal.ONE)
                .maximum(java.math.BigDecimal.valueOf(86_400));
    }
}
