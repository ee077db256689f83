package org.peerline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.schema.SchemaValidator;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.peerline.contract.Operations.Described;

/** What the contract promises of every operation and field, read from the committed file. */
class ContractTest {
    /** The whole list of what needs no credential; anything new on it is a decision. */
    static final Set<String> PUBLIC = Set.of(
            "requestSignInCode",
            "openSession",
            "receiveTwilioMessage",
            "receiveTwilioStatus",
            "simulateText",
            "readSimulatedPhone",
            "readSimulatedClock",
            "playDeliveryTrick",
            "moveSimulatedClock",
            "simulateCall",
            "receiveTwilioCall",
            "readCalendar");

    private final Operations contract = Operations.committed();
    private final List<String> faults = new ArrayList<>();

    @Test
    void every_operation_says_who_may_and_what_it_is() {
        var ids = new TreeSet<String>();
        for (Described operation : contract.all()) {
            check(operation, operation.id() != null && ids.add(operation.id()), "has an operationId of its own");
            check(operation, operation.operation().getSummary() != null, "has a summary");
            check(operation, operation.roles().isEmpty() == PUBLIC.contains(operation.id()), "has roles or is public");
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void every_operation_has_examples() {
        for (Described operation : contract.all()) {
            var body = operation.operation().getRequestBody();
            check(operation, body == null || hasExample(body.getContent()), "has an example of its request");
            operation.answers().forEach((status, answer) -> {
                if (status.startsWith("2")) {
                    check(operation, answer.getContent() == null || hasExample(answer.getContent()), "has an example");
                }
            });
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void examples_are_as_the_contract_says() {
        var schemas = new SchemaValidator(contract.model(), new MessageResolver());
        for (Described operation : contract.all()) {
            var body = operation.operation().getRequestBody();
            if (body != null) {
                valid(operation, "request", body.getContent(), schemas);
            }
            operation.answers().forEach((status, answer) -> valid(operation, status, answer.getContent(), schemas));
        }
        assertEquals(List.of(), faults);
    }

    private void valid(Described operation, String what, Content content, SchemaValidator schemas) {
        if (content == null) {
            return;
        }
        content.forEach((type, shown) -> {
            if (shown.getExample() != null && !type.endsWith("xml")) {
                schemas.validate(Json.pretty(shown.getExample()), shown.getSchema(), what)
                        .getMessages()
                        .forEach(message -> faults.add(operation.id() + " " + what + ": " + message.getMessage()));
            }
        });
    }

    @Test
    void every_error_answer_is_a_problem_document_and_every_answer_carries_the_request_id() {
        for (Described operation : contract.all()) {
            Map<String, ApiResponse> answers = operation.answers();
            check(operation, answers.containsKey("500") && answers.containsKey("503"), "names its faults");
            answers.forEach((status, answer) -> {
                check(operation, answer.getHeaders().containsKey("X-Request-Id"), status + " has the request id");
                if (!status.startsWith("2")) {
                    check(
                            operation,
                            answer.getContent().keySet().equals(Set.of("application/problem+json")),
                            status + " is a problem document");
                }
            });
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void every_field_and_parameter_has_its_limits() {
        contract.model().getComponents().getSchemas().forEach(this::limits);
        for (Described operation : contract.all()) {
            operation
                    .parameters()
                    .forEach(parameter -> limits(operation.id() + " " + parameter.getName(), parameter.getSchema()));
            var body = operation.operation().getRequestBody();
            if (body != null) {
                limits(operation.id() + " request", body.getContent());
            }
            operation.answers().forEach((status, answer) -> limits(operation.id() + " " + status, answer.getContent()));
        }
        assertEquals(List.of(), faults);
    }

    private void limits(String name, Content content) {
        if (content != null) {
            content.forEach((type, shown) -> limits(name, shown.getSchema()));
        }
    }

    private void limits(String name, Schema<?> schema) {
        if (schema.get$ref() != null) {
            return;
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((property, inner) -> limits(name + "." + property, inner));
        }
        if (schema.getItems() != null) {
            limits(name + "[]", schema.getItems());
        }
        boolean limited = switch (String.valueOf(schema.getType())) {
            case "string" ->
                schema.getAllOf() != null
                        || schema.getMaxLength() != null
                        || schema.getFormat() != null
                        || schema.getEnum() != null;
            case "array" -> schema.getMaxItems() != null;
            case "integer", "number" -> schema.getMinimum() != null && schema.getMaximum() != null;
            case "null" -> false;
            default -> true;
        };
        if (!limited) {
            faults.add(name + " has no limit");
        }
    }

    private static boolean hasExample(Content content) {
        return content.values().stream().allMatch(mediaType -> mediaType.getExample() != null);
    }

    private void check(Described operation, boolean holds, String sentence) {
        if (!holds) {
            faults.add(operation.method() + " " + operation.path() + ": not so that it " + sentence);
        }
    }
}
