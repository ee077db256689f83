package org.peerline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.contract.Operations.Described;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;

/** The table "field by field" of docs/privacy.md is what the service really answers to each role. */
@PeerlineTest
class FieldsByRoleTest extends OneConversation {
    private static final Path PRIVACY = Path.of("docs", "privacy.md");
    private static final String BEGIN = "<!-- fields by role: held by FieldsByRoleTest -->\n";
    private static final String END = "<!-- end -->";

    private static final List<Role> ROLES =
            List.of(Role.INTAKE, Role.COORDINATOR, Role.PEER, Role.SAFEGUARDING, Role.AUDITOR);

    @Test
    void table_of_the_privacy_page_is_what_each_role_is_answered() throws IOException {
        somebody_is_in_touch_with_a_peer();
        asAmara().post("/v1/me/calendar").then().statusCode(201);
        String text = Files.readString(PRIVACY);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        String written = text.substring(begin, text.indexOf(END, begin));

        var table = new ArrayList<>(List.of("| answer | to | fields |", "|---|---|---|"));
        for (Described operation : Operations.running().all()) {
            if (isReadByOneOfThem(operation)) {
                byRole(operation)
                        .forEach((fields, roles) -> table.add("| `%s` | %s | %s |"
                                .formatted(
                                        operation.path(),
                                        roles.stream().map(Role::name).collect(Collectors.joining(", ")),
                                        fields)));
            }
        }

        String found = String.join("\n", table) + "\n";
        Files.writeString(Path.of("target", "fields-by-role.md"), found);
        assertEquals(found, written, "If it should be so: target/fields-by-role.md belongs into docs/privacy.md");
    }

    /** Copies and trails are everything, for the person; a roster as a file has the fields of the roster. */
    private static boolean isReadByOneOfThem(Described operation) {
        return operation.method().equals("GET")
                && operation.path().startsWith("/v1/")
                && !operation.path().contains("/export")
                && !operation.path().endsWith(".ics")
                && operation.roles().stream().map(Role::valueOf).anyMatch(ROLES::contains);
    }

    private Map<String, List<Role>> byRole(Described operation) {
        var byFields = new LinkedHashMap<String, List<Role>>();
        for (Role role : ROLES) {
            RequestSpecification key = role == Role.PEER ? asAmara() : ApiKeys.as(role);
            Response answer = key.get(filled(operation.path()));
            if (operation.roles().contains(role.name())) {
                assertEquals(200, answer.statusCode(), operation.id() + " for " + role);
                byFields.computeIfAbsent(fields(answer.asString()), unknown -> new ArrayList<>())
                        .add(role);
            } else {
                assertEquals(403, answer.statusCode(), operation.id() + " for " + role);
            }
        }
        return byFields;
    }

    /** The fields that hold something: {@code assignment.peer.displayName}. */
    private static String fields(String json) {
        var forms = Contract.form(json);
        return forms.stream()
                .filter(field -> forms.stream()
                        .noneMatch(other -> other.startsWith(field + "/") || other.startsWith(field + "[]")))
                .map(field -> field.replaceFirst("^/items\\[]/", "").replaceFirst("^/", ""))
                .map(field -> field.replace("[]", "").replace('/', '.'))
                .filter(field -> !field.equals("nextCursor") && !field.equals("items"))
                .collect(Collectors.joining(", "));
    }
}
