package org.peerline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Each role sees its own set of fields: the table of docs/privacy.md, held. */
@PeerlineTest
class LeastDataTest extends RestWorld {
    private String request;
    private String peer;
    private String token;

    @BeforeEach
    void a_conversation() {
        peer = programme.peer(Samples.amara()).toString();
        Phone sam = sam();
        var sent = Samples.sam();
        sent.put("employers", List.of("Bradford Royal Infirmary"));
        sent.put("avoid", Map.of("names", List.of("Peter Jones")));
        sent.put("ethnicity", "BLACK_AFRICAN");
        request = opens(sent).getString("id");
        sam.receives("Amara");
        sam.replies("Hello Amara, things are hard at work");
        token = tokenOf(Samples.AMARAS_NUMBER);
    }

    private String keyOf(Role role) {
        return role == Role.PEER ? token : ApiKeys.with(role);
    }

    /** What a requester is to each role, field by field. */
    private static final Map<Role, Set<String>> REQUESTER = Map.of(
            Role.INTAKE, Set.of("id", "name", "contactNumber", "jobRole"),
            Role.COORDINATOR, Set.of("id", "name", "contactNumber", "jobRole"),
            Role.PEER, Set.of("id", "name", "jobRole"));

    /** And a peer. */
    private static final Map<Role, Set<String>> PEER = Map.of(
            Role.INTAKE, Set.of("id", "displayName", "jobRole", "specialty"),
            Role.COORDINATOR, Set.of("id", "displayName", "jobRole", "specialty"),
            Role.PEER, Set.of("id", "displayName", "jobRole", "specialty"));

    @ParameterizedTest
    @EnumSource
    void request_shows_each_role_its_own_fields(Role role) {
        var answer = ApiKeys.bearer(keyOf(role)).get("/v1/requests/" + request);
        if (!REQUESTER.containsKey(role)) {
            assertEquals(403, answer.statusCode());
            return;
        }
        assertEquals(200, answer.statusCode());
        Map<String, Object> requester = answer.path("requester");
        Map<String, Object> assigned = answer.path("assignment.peer");
        assertEquals(new TreeSet<>(REQUESTER.get(role)), new TreeSet<>(requester.keySet()));
        assertEquals(new TreeSet<>(PEER.get(role)), new TreeSet<>(assigned.keySet()));
        assertEquals(role == Role.PEER ? "Sam" : "Sam Okafor", requester.get("name"));
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_shown_what_only_matching_needs_or_the_other_sides_number(Role role) {
        String key = keyOf(role);
        var all = new StringBuilder();
        for (String path : List.of(
                "/v1/requests",
                "/v1/requests/" + request,
                "/v1/peers",
                "/v1/peers/" + peer,
                "/v1/peers/" + peer + "/contact",
                "/v1/me",
                "/v1/me/assignments",
                "/v1/calls",
                "/v1/messages",
                "/v1/tasks",
                "/v1/audit-events",
                "/v1/api-keys",
                "/v1/retention-runs")) {
            var answer = ApiKeys.bearer(key).get(path);
            all.append(answer.statusCode() == 200 ? answer.asString() : "");
        }

        for (String hidden : List.of(
                "1994-05-17",
                "High Street",
                "LS1 1AA",
                "Bradford Royal",
                "Peter Jones",
                "BLACK_AFRICAN",
                "things are hard")) {
            assertFalse(all.toString().contains(hidden), hidden + " is shown to " + role);
        }
        if (role != Role.COORDINATOR && role != Role.INTAKE) {
            assertFalse(all.toString().contains(Samples.SAMS_NUMBER), "the requester's number is shown to " + role);
            assertFalse(all.toString().contains("Okafor"), "the requester's surname is shown to " + role);
        }
        if (role != Role.COORDINATOR && role != Role.PEER) {
            assertFalse(all.toString().contains(Samples.AMARAS_NUMBER), "the peer's number is shown to " + role);
            assertFalse(all.toString().contains("7000001"), "the peer's GMC number is shown to " + role);
        }
    }

    @Test
    void words_of_conversations_leave_by_doors_of_the_two_people_only() {
        var found = new TreeMap<String, List<String>>();
        for (Operations.Described operation : Operations.committed().all()) {
            boolean words = operation.answers().entrySet().stream()
                    .filter(answer ->
                            answer.getKey().startsWith("2") && answer.getValue().getContent() != null)
                    .flatMap(answer -> answer.getValue().getContent().values().stream())
                    .anyMatch(content -> hasWords(operation, content.getSchema(), new HashSet<>()));
            if (words && !operation.path().startsWith("/simulator")) {
                found.put(operation.path(), operation.roles());
            }
        }
        assertFalse(found.isEmpty());
        assertEquals(Set.of(List.of("PEER")), Set.copyOf(found.values()), found.toString());
    }

    private static boolean hasWords(Operations.Described operation, Schema<?> schema, Set<String> seen) {
        if (schema == null) {
            return false;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            return seen.add(name)
                    && hasWords(
                            operation,
                            operation.model().getComponents().getSchemas().get(name),
                            seen);
        }
        if (schema.getProperties() != null) {
            if (schema.getProperties().containsKey("body")) {
                return true;
            }
            return schema.getProperties().values().stream().anyMatch(inner -> hasWords(operation, inner, seen));
        }
        return hasWords(operation, schema.getItems(), seen);
    }
}
