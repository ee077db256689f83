package org.peerline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.contract.Operations.Described;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** A peer sees what is theirs; for everything of another peer's there is nothing there, whatever is asked. */
@PeerlineTest
class SomebodyElsesTest extends RestWorld {
    private static final String BENS_NUMBER = "+447400300002";

    private String request;
    private String reference;
    private String assignment;
    private String call;
    private String bensToken;
    private String amarasToken;

    @BeforeEach
    void amara_has_a_conversation_and_ben_has_none() {
        programme.peer(Samples.amara());
        var opened = opens(Samples.sam());
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"));
        request = opened.getString("id");
        reference = opened.getString("reference");
        assignment = opened.getString("assignment.id");
        sam().texts(sam().received().get(0).from(), "Hello");
        amarasToken = tokenOf(Samples.AMARAS_NUMBER);
        bensToken = tokenOf(BENS_NUMBER);
        call = ApiKeys.bearer(amarasToken)
                .body(proposal())
                .post("/v1/assignments/" + assignment + "/calls")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        programme.settle();
    }

    private Map<String, Object> proposal() {
        return Map.of(
                "startsAt",
                programme
                        .now()
                        .plus(Duration.ofDays(2))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
    }

    private Map<String, Object> body(Described operation) {
        return switch (operation.id()) {
            case "proposeCall", "counterCall" -> proposal();
            case "sendMessage" -> Map.of("body", "Hello");
            case "recordCallOutcome" -> Map.of("result", "HELD");
            default -> Map.of();
        };
    }

    private List<String> addresses(Described operation) {
        String path = operation.path();
        if (path.startsWith("/v1/assignments/{id}")) {
            return List.of(path.replace("{id}", assignment));
        }
        if (path.startsWith("/v1/calls/{id}")) {
            return List.of(path.replace("{id}", call));
        }
        if (path.startsWith("/v1/requests/{id}")) {
            return List.of(path.replace("{id}", request), path.replace("{id}", reference));
        }
        return List.of();
    }

    private Response send(Described operation, String address, String token) {
        var sent = ApiKeys.bearer(token);
        if (operation.operation().getRequestBody() != null) {
            sent.body(body(operation));
        }
        return sent.request(operation.method(), address);
    }

    private static List<Described> withAnId() {
        return Operations.committed().all().stream()
                .filter(operation -> operation.roles().contains("PEER"))
                .filter(operation -> operation.path().contains("{"))
                .toList();
    }

    @Test
    void every_operation_of_peers_answers_404_for_somebody_elses_and_changes_nothing() {
        var wrong = new ArrayList<String>();
        var before = rows();
        assertTrue(withAnId().size() >= 12, "few operations: " + withAnId().size());
        for (Described operation : withAnId()) {
            List<String> addresses = addresses(operation);
            assertTrue(!addresses.isEmpty(), "an operation that this test does not know: " + operation.id());
            for (String address : addresses) {
                int status = send(operation, address, bensToken).statusCode();
                if (status != 404) {
                    wrong.add(operation.id() + " at " + address + ": " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, rows());
    }

    /** So that a 404 above is about whose it is. */
    @Test
    void the_same_is_there_for_the_peer_whose_it_is() {
        var wrong = new ArrayList<String>();
        var endings = Set.of("finishAssignment", "passAssignment", "leaveKnownPerson");
        var endingsLast = withAnId().stream()
                .sorted(Comparator.comparing(operation -> endings.contains(operation.id())))
                .toList();
        for (Described operation : endingsLast) {
            for (String address : addresses(operation)) {
                int status = send(operation, address, amarasToken).statusCode();
                if (status == 404 || status == 400 || status == 403) {
                    wrong.add(operation.id() + " at " + address + ": " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void lists_have_nothing_of_somebody_elses() {
        for (String list : List.of(
                "/v1/requests",
                "/v1/requests?reference=" + reference,
                "/v1/requests?status=TALKING",
                "/v1/calls",
                "/v1/calls?status=PROPOSED",
                "/v1/me/assignments")) {
            assertEquals(
                    List.of(),
                    ApiKeys.bearer(bensToken)
                            .get(list)
                            .then()
                            .statusCode(200)
                            .extract()
                            .path("items"),
                    list);
        }
        assertEquals(
                1,
                ApiKeys.bearer(amarasToken)
                        .get("/v1/requests")
                        .jsonPath()
                        .getList("items")
                        .size());
    }
}
