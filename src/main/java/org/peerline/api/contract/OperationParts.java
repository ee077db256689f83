package org.peerline.api.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.peerline.api.http.RequestId;

/** What every operation says: its roles, the errors it can give, the request id, the idempotency key. */
final class OperationParts {
    private OperationParts() {}

    static void addTo(Operation operation, Doors.Door door, String path, HttpMethod method) {
        if (door.idempotent()) {
            operation.addParameter(
                    OASFactory.createParameter().ref("#/components/parameters/" + SharedParts.IDEMPOTENCY_KEY));
        }
        roles(operation, door);
        var responses = operation.getResponses();
        responses
                .getAPIResponses()
                .forEach((status, response) -> response.addHeader(
                        RequestId.HEADER, OASFactory.createHeader().ref("#/components/headers/RequestId")));
        for (int status : errors(operation, door, path, method)) {
            responses.addAPIResponse(Integer.toString(status), SharedParts.reference(status));
        }
    }

    private static void roles(Operation operation, Doors.Door door) {
        String sentence;
        if (door.roles().isEmpty()) {
            sentence = "Public.";
            operation.setSecurity(List.of());
        } else {
            sentence = "Roles: " + String.join(", ", door.roles()) + ".";
            operation.addExtension("x-roles", door.roles());
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(ApiDefinition.BEARER)));
        }
        String said = operation.getDescription();
        operation.setDescription(said == null ? sentence : said + " " + sentence);
    }

    private static Set<Integer> errors(Operation operation, Doors.Door door, String path, HttpMethod method) {
        var errors = new TreeSet<>(Set.of(500, 503));
        operation.getResponses().getAPIResponses().keySet().stream()
                .filter(status -> status.matches("[45]\\d\\d"))
                .forEach(status -> errors.add(Integer.valueOf(status)));
        boolean open = door.roles().isEmpty();
        boolean body = operation.getRequestBody() != null;
        boolean changes = method != HttpMethod.GET;
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        if (body || !parameters.isEmpty()) {
            errors.add(400);
        }
        if (body) {
            errors.addAll(Set.of(413, 415));
        }
        if (changes || door.limited()) {
            errors.add(429);
        }
        if (!open) {
            errors.addAll(Set.of(401, 403));
        }
        if (!open && changes) {
            errors.add(409);
        }
        if (path.contains("{")) {
            errors.add(404);
        }
        if (parameters.stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            errors.addAll(Set.of(412, 428));
        }
        return errors;
    }
}
