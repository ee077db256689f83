package org.peerline.contract;

import io.restassured.RestAssured;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerline.testkit.Contract;

/** The committed contract, operation by operation. */
public record Operations(OpenAPI model, List<Operations.Described> all) {

    public static Operations committed() {
        return of(Contract.text());
    }

    /** What the service under test says of itself, committed already or not. */
    static Operations running() {
        return of(RestAssured.get("/q/openapi").asString());
    }

    private static Operations of(String contract) {
        // Readers of YAML 1.1, such as this one, take a time of day without quotes for a number of base sixty.
        String text = contract.replaceAll("(?m): ([0-2][0-9]:[0-5][0-9])$", ": \"$1\"");
        OpenAPI model = new OpenAPIV3Parser().readContents(text).getOpenAPI();
        var all = new ArrayList<Described>();
        model.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> all.add(new Described(model, method.name(), path, operation))));
        return new Operations(model, all);
    }

    /** One operation with what it refers to looked up. */
    public record Described(OpenAPI model, String method, String path, Operation operation) {
        public String id() {
            return operation.getOperationId();
        }

        public List<String> roles() {
            Object roles = operation.getExtensions() == null
                    ? null
                    : operation.getExtensions().get("x-roles");
            return roles instanceof List<?> names
                    ? names.stream().map(String::valueOf).toList()
                    : List.of();
        }

        public Map<String, ApiResponse> answers() {
            return operation.getResponses().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> resolved(entry.getValue())));
        }

        public List<Parameter> parameters() {
            return operation.getParameters() == null
                    ? List.of()
                    : operation.getParameters().stream().map(this::resolved).toList();
        }

        private ApiResponse resolved(ApiResponse answer) {
            return answer.get$ref() == null
                    ? answer
                    : model.getComponents().getResponses().get(last(answer.get$ref()));
        }

        private Parameter resolved(Parameter parameter) {
            return parameter.get$ref() == null
                    ? parameter
                    : model.getComponents().getParameters().get(last(parameter.get$ref()));
        }

        private static String last(String reference) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
    }
}
