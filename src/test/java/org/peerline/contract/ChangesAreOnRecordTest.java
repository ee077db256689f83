package org.peerline.contract;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.contract.Operations.Described;
import org.peerline.core.PhoneNumber;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Codes;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/**
 * Whoever changes something leaves an entry in the audit, with their name on it. What {@link ReadsAreOnRecordTest} plays is
 * not played again; every other operation that is more than a look is played here, or says why it is not on record.
 */
@PeerlineTest
class ChangesAreOnRecordTest extends OneConversation {
    /** Each with its reason. */
    private static final Map<String, String> NOT_ON_RECORD =
            Map.of("requestSignInCode", "nobody has signed in yet; what comes of the code is on record");

    @Inject
    Codes codes;

    /** What the step needs happens at the first call; the step itself is for the caller to take. */
    private final Map<String, Supplier<Supplier<Response>>> steps = Map.ofEntries(
            entry("createApiKey", () -> ChangesAreOnRecordTest::newKey),
            entry("revokeApiKey", () -> {
                String path = "/v1/api-keys/" + newKey().path("id");
                return () -> ApiKeys.asAdmin().delete(path);
            }),
            entry("addEmployerAlias", () -> ChangesAreOnRecordTest::alias),
            entry("removeEmployerAlias", () -> {
                String path = "/v1/employer-aliases/" + alias().path("id");
                return () -> coordinator().delete(path);
            }),
            entry("openMyCalendar", () -> () -> asAmara().post("/v1/me/calendar")),
            entry("closeMyCalendar", () -> {
                asAmara().post("/v1/me/calendar");
                return () -> asAmara().delete("/v1/me/calendar");
            }),
            entry("openSession", () -> {
                var mobile = new PhoneNumber(Samples.AMARAS_NUMBER);
                nobody().body(Map.of("mobileNumber", mobile.e164())).post("/v1/sessions/code");
                programme.settle();
                var body = Map.of(
                        "mobileNumber",
                        mobile.e164(),
                        "code",
                        codes.last(mobile).orElseThrow());
                return () -> nobody().body(body).post("/v1/sessions");
            }),
            entry("closeSession", () -> () -> asAmara().delete("/v1/sessions/current")),
            entry("holdPeer", () -> () -> hold("/v1/peers/" + ids.get("peer"))),
            entry("liftPeerHold", () -> lift("/v1/peers/" + ids.get("peer"))),
            entry("holdRequester", () -> () -> hold("/v1/requesters/" + ids.get("requester"))),
            entry("liftRequesterHold", () -> lift("/v1/requesters/" + ids.get("requester"))),
            entry("sweepRetention", () -> ChangesAreOnRecordTest::sweep),
            entry("releaseSendingHold", () -> {
                String path = "/v1/sending-holds/" + sendingHold() + "/release";
                return () -> coordinator().post(path);
            }),
            entry("eraseStaff", () -> {
                String path = filled("/v1/staff/{id}") + "?reason=SUBJECT_REQUEST";
                return () -> ApiKeys.asAdmin().delete(path);
            }));

    @Test
    void whoever_changes_something_is_on_record() {
        var faults = new ArrayList<String>();
        var unknown = new TreeSet<String>();
        for (Described operation : Operations.running().all()) {
            if (!operation.path().startsWith("/v1/")
                    || operation.method().equals("GET")
                    || ReadsAreOnRecordTest.plays(operation)
                    || NOT_ON_RECORD.containsKey(operation.id())) {
                continue;
            }
            if (!steps.containsKey(operation.id())) {
                unknown.add(operation.id());
                continue;
            }
            somebody_is_in_touch_with_a_peer();
            Supplier<Response> step = steps.get(operation.id()).get();
            long before = entries();
            Response answer = step.get();
            if (answer.statusCode() >= 300) {
                faults.add(operation.id() + " answered " + answer.statusCode() + " " + answer.asString());
            } else if (entries() == before) {
                faults.add(operation.id() + ": nobody is on record");
            }
        }
        assertEquals(new TreeSet<>(), unknown, "say how it is played, or why it is not on record");
        assertEquals(List.of(), faults);
    }

    @Test
    void record_of_a_new_key_says_which_doors_it_opens() {
        String id = newKey().path("id");

        assertEquals(
                "COORDINATOR,INTAKE",
                one("select detail from audit_event where action = 'API_KEY_ISSUED' and subject_id = '" + id + "'"));
    }

    @Test
    void record_of_a_sweep_says_who_asked_and_leads_to_its_receipt() {
        fresh_world();
        String receipt = sweep().path("id");

        assertEquals(
                "ADMIN_KEY ADMIN " + receipt,
                one("select actor_kind || ' ' || actor_roles || ' ' || detail from audit_event"
                        + " where action = 'RETENTION_SWEPT'"));
    }

    /** By people and systems; what the service does by itself is not theirs. */
    private long entries() {
        return Long.parseLong(one("select count(*)::text from audit_event where actor_kind in"
                + " ('API_KEY', 'PEER', 'ADMIN_KEY') and action not like '%\\_READ'"));
    }

    private static RequestSpecification nobody() {
        return RestAssured.given().contentType("application/json");
    }

    private static RequestSpecification coordinator() {
        return ApiKeys.as(Role.COORDINATOR);
    }

    private static Response newKey() {
        return ApiKeys.asAdmin()
                .body(Map.of("name", "Phone line", "roles", List.of("INTAKE", "COORDINATOR")))
                .post("/v1/api-keys");
    }

    private static Response alias() {
        return coordinator()
                .body(Map.of("employer", "Leeds Teaching Hospitals", "alias", "Alias " + UUID.randomUUID()))
                .post("/v1/employer-aliases");
    }

    private static Response hold(String person) {
        return ApiKeys.as(Role.SAFEGUARDING).put(person + "/legal-hold?reason=COMPLAINT");
    }

    private static Supplier<Response> lift(String person) {
        hold(person);
        return () -> ApiKeys.as(Role.SAFEGUARDING).delete(person + "/legal-hold");
    }

    private static Response sweep() {
        return ApiKeys.asAdmin().body(Map.of("dryRun", false)).post("/v1/retention-runs");
    }

    private UUID sendingHold() {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute(
                "insert into sending_hold (id, scope, code, since, probe_at) values (?, 'nowhere', '21606', now(), now())",
                id));
        return id;
    }
}
