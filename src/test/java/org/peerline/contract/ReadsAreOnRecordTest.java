package org.peerline.contract;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swagger.v3.oas.models.media.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.contract.Operations.Described;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/**
 * Whoever is shown personal data leaves an entry in the audit. Every operation of the running service is either played
 * here, in a world with people in it, or says nothing about anybody: a new one fails until it is one or the other.
 */
@PeerlineTest
class ReadsAreOnRecordTest extends OneConversation {
    /** Each with its reason. */
    private static final Map<String, String> NOTHING_PERSONAL = Map.ofEntries(
            entry("listApiKeys", "staff and systems, by a name of their own making"),
            entry("createApiKey", "the same"),
            entry("getApiKey", "the same"),
            entry("openSession", "a token; the sign-in itself is on record"),
            entry("verifyAudit", "counts and a hash"),
            entry("summarizeCalls", "counts"),
            entry("listEmployerAliases", "names of organisations"),
            entry("addEmployerAlias", "the same"),
            entry("getEncryption", "ids of keys, and counts"),
            entry("getMyCalendar", "when the reader made an address"),
            entry("openMyCalendar", "an address for the reader; making it is on record"),
            entry("getNumbers", "numbers of ours, and counts"),
            entry("summariseWaiting", "counts"),
            entry("sweepRetention", "counts"),
            entry("listRetentionRuns", "counts"),
            entry("listErasures", "ids that lead nowhere"),
            entry("listSendingHolds", "numbers of ours"),
            entry("releaseSendingHold", "the same"));

    /** What would tell that an answer of those above is about somebody after all. */
    private static final Set<String> TELLING = Set.of(
            "displayName",
            "fullName",
            "contactNumber",
            "mobileNumber",
            "gmcNumber",
            "dateOfBirth",
            "body",
            "requester",
            "peer",
            "requestReference",
            "reference",
            "requestId",
            "assignmentId");

    private Map<String, Object> at(int hours) {
        return Map.of("startsAt", minute(hours));
    }

    private Map<String, Object> forTheRequester(int hours) {
        return Map.of("onBehalfOf", "REQUESTER", "startsAt", minute(hours));
    }

    @Test
    void whoever_is_shown_somebodys_data_is_on_record() {
        var faults = new ArrayList<String>();
        var played = new ArrayList<String>();
        for (Described operation : Operations.running().all()) {
            if (!plays(operation)) {
                continue;
            }
            somebody_is_in_touch_with_a_peer();
            Optional<Supplier<Response>> play = play(operation);
            if (play.isEmpty()) {
                faults.add(operation.id() + ": say how it is played, or why it tells nothing about anybody");
                continue;
            }
            long before = entries();
            Response answer = play.get().get();
            played.add(operation.id());
            if (answer.statusCode() >= 300) {
                faults.add(operation.id() + " answered " + answer.statusCode() + " " + answer.asString());
            } else if (entries() == before) {
                faults.add(operation.id() + ": nobody is on record");
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(played.size() > 40, played.toString());
    }

    @Test
    void what_is_said_to_tell_nothing_about_anybody_has_no_field_that_does() {
        var wrong = new ArrayList<String>();
        var known = new HashSet<String>();
        for (Described operation : Operations.running().all()) {
            known.add(operation.id());
            if (NOTHING_PERSONAL.containsKey(operation.id())) {
                contents(operation).forEach(schema -> tells(operation, schema, wrong, new HashSet<>()));
            }
        }
        assertEquals(List.of(), wrong);
        var gone = new HashSet<>(NOTHING_PERSONAL.keySet());
        gone.removeAll(known);
        assertEquals(Set.of(), gone, "no operations any more");
    }

    /** By people and systems; what the service does by itself is not a read. */
    private long entries() {
        return jdbi.withHandle(handle -> handle.select(
                        "select count(*) from audit_event where actor_kind in ('API_KEY', 'PEER', 'ADMIN_KEY')")
                .mapTo(Long.class)
                .one());
    }

    /** Whether it is played here; the others tell nothing about anybody. */
    static boolean plays(Described operation) {
        return operation.path().startsWith("/v1/")
                && answersWithContent(operation)
                && !NOTHING_PERSONAL.containsKey(operation.id());
    }

    private static boolean answersWithContent(Described operation) {
        return !contents(operation).isEmpty();
    }

    private static List<Schema<?>> contents(Described operation) {
        var schemas = new ArrayList<Schema<?>>();
        operation.answers().forEach((status, answer) -> {
            if (status.startsWith("2") && answer.getContent() != null) {
                answer.getContent().values().forEach(content -> schemas.add(content.getSchema()));
            }
        });
        return schemas;
    }

    private static void tells(Described operation, Schema<?> schema, List<String> wrong, Set<String> seen) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            if (seen.add(name)) {
                tells(operation, operation.model().getComponents().getSchemas().get(name), wrong, seen);
            }
            return;
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, inner) -> {
                if (TELLING.contains(name)) {
                    wrong.add(operation.id() + " tells " + name);
                }
                tells(operation, (Schema<?>) inner, wrong, seen);
            });
        }
        tells(operation, schema.getItems(), wrong, seen);
    }

    /** Everything that the step needs has happened when this returns; the step itself is for the caller to take. */
    private Optional<Supplier<Response>> play(Described operation) {
        if (operation.method().equals("GET")) {
            return Optional.of(read(operation));
        }
        return Optional.ofNullable(steps().get(operation.id())).map(Supplier::get);
    }

    private Supplier<Response> read(Described operation) {
        String path = filled(operation.path());
        if (operation.id().equals("readCalendar")) {
            String token = asAmara().post("/v1/me/calendar").path("token");
            return () -> RestAssured.given().get(path + "?token=" + token);
        }
        boolean reason = operation.parameters().stream()
                .anyMatch(parameter -> parameter.getName().equals("reason"));
        RequestSpecification key = key(operation);
        return () -> key.get(reason ? path + "?reason=SUBJECT_REQUEST" : path);
    }

    private Map<String, Supplier<Supplier<Response>>> steps() {
        String assignment = "/v1/assignments/" + ids.get("assignment");
        String call = "/v1/calls/" + ids.get("call");
        String request = "/v1/requests/" + ids.get("request");
        String peer = "/v1/peers/" + ids.get("peer");
        return Map.ofEntries(
                entry("proposeCall", () -> by(asAmara().body(at(48)), assignment + "/calls")),
                entry("finishAssignment", () -> by(asAmara(), assignment + "/done")),
                entry("leaveKnownPerson", () -> by(asAmara(), assignment + "/known")),
                entry("passAssignment", () -> {
                    String other =
                            opens(Samples.request("Alex Park", "+447400200002")).getString("assignment.id");
                    return by(asAmara(), "/v1/assignments/" + other + "/pass");
                }),
                entry("sendMessage", () -> by(asAmara().body(Map.of("body", "Hello")), assignment + "/messages")),
                entry("acceptCall", () -> by(intake().body(Map.of("onBehalfOf", "REQUESTER")), call + "/accept")),
                entry("declineCall", () -> by(intake().body(Map.of("onBehalfOf", "REQUESTER")), call + "/decline")),
                entry("cancelCall", () -> by(asAmara().body("{}"), call + "/cancel")),
                entry("counterCall", () -> by(intake().body(forTheRequester(52)), call + "/counter")),
                entry("recordCallOutcome", () -> {
                    intake().body(Map.of("onBehalfOf", "REQUESTER")).post(call + "/accept");
                    programme.timeIs(programme.now().plus(Duration.ofHours(31)));
                    amarasToken = tokenOf(Samples.AMARAS_NUMBER);
                    return by(asAmara().body(Map.of("result", "HELD")), call + "/outcome");
                }),
                entry(
                        "retryInboundText",
                        () -> by(coordinator(), "/v1/inbound-texts/" + ids.get("inbound") + "/retry")),
                entry("retryMessage", () -> by(coordinator(), "/v1/messages/" + ids.get("message") + "/retry")),
                entry("finishTask", () -> by(coordinator(), "/v1/tasks/" + ids.get("task") + "/done")),
                entry("changeMe", () -> changes("/v1/me", asAmara(), asAmara())),
                entry("changePeer", () -> changes(peer, coordinator(), coordinator())),
                entry("pausePeer", () -> by(coordinator().body("{}"), peer + "/pause")),
                entry("resumePeer", () -> by(coordinator(), peer + "/resume")),
                entry(
                        "importPeers",
                        () -> by(
                                coordinator()
                                        .contentType("text/csv")
                                        .body("id,displayName,fullName,mobileNumber,gmcNumber,jobRole\n"
                                                + ids.get("peer") + ",Dr Amara N,Amara Nwosu," + Samples.AMARAS_NUMBER
                                                + ",7000001,GP\n"),
                                "/v1/peers/import?preview=true")),
                entry("registerPeer", () -> by(coordinator().body(Samples.newPeer()), "/v1/peers")),
                entry(
                        "openRequest",
                        () -> by(intake().body(Samples.request("Alex Park", "+447400200002")), "/v1/requests")),
                entry("closeRequest", () -> by(coordinator().body(Map.of("outcome", "COMPLETED")), request + "/close")),
                entry(
                        "reassignRequest",
                        () -> by(coordinator().body(Map.of("reason", "OTHER")), request + "/reassign")),
                entry("sendDetailsAgain", () -> by(coordinator(), request + "/details-text")),
                entry(
                        "recogniseRequester",
                        () -> by(
                                intake().body(Map.of("name", "Sam Okafor", "dateOfBirth", "1994-05-17")),
                                "/v1/requesters/recognise")),
                entry("eraseRequester", () -> erases("/v1/requesters/" + ids.get("requester"))),
                entry("erasePeer", () -> {
                    coordinator().body(Map.of("outcome", "COMPLETED")).post(request + "/close");
                    return erases(peer);
                }));
    }

    private static RequestSpecification coordinator() {
        return ApiKeys.as(Role.COORDINATOR);
    }

    private static RequestSpecification intake() {
        return ApiKeys.as(Role.INTAKE);
    }

    private static Supplier<Response> by(RequestSpecification sent, String path) {
        return () -> sent.post(path);
    }

    private static Supplier<Response> erases(String path) {
        return () -> ApiKeys.asAdmin().delete(path + "?reason=SUBJECT_REQUEST");
    }

    private static Supplier<Response> changes(String path, RequestSpecification reads, RequestSpecification writes) {
        String etag = reads.get(path).header("ETag");
        return () -> writes.header("If-Match", etag).body(Map.of("capacity", 4)).patch(path);
    }
}
