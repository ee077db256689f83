package org.peerline.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.archive.retention.SweepRetention;
import org.peerline.core.Subject;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.WaitingText;

/** A copy of everything about somebody leaves out nothing by oversight: every column is told in it, or says why not. */
@PeerlineTest
class CopiesAreCompleteTest extends RestWorld {
    /** Nothing about a person is in these. */
    private static final Set<String> OF_NOBODY = Set.of(
            "api_key",
            "audit_block",
            "audit_sealed",
            "texts_of_day",
            "employer_alias",
            "flyway_schema_history",
            "keyset_proof",
            "index_proof",
            "retention_clock",
            "retention_run",
            "reconciliation",
            "sender_pace",
            "sending_hold",
            "simulator_clock");

    @Inject
    Jdbi jdbi;

    @Inject
    SweepRetention sweep;

    @Inject
    Tasks tasks;

    @Inject
    WaitingText keptTexts;

    private final Set<String> told = new TreeSet<>();

    /** By column: the field that tells it, with "=", or the reason why none does, with "-". */
    private static Map<String, String> columns() throws IOException {
        var columns = new TreeMap<String, String>();
        try (InputStream in = CopiesAreCompleteTest.class.getResourceAsStream("columns.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int end = line.indexOf(' ');
                    columns.put(line.substring(0, end), line.substring(end + 1));
                }
            }
        }
        return columns;
    }

    @Test
    void every_column_is_told_or_has_a_reason_why_not() throws IOException {
        var there = new TreeSet<String>();
        jdbi.useHandle(handle -> handle.select("select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'public'")
                .mapTo(String.class)
                .forEach(there::add));
        there.removeIf(column -> OF_NOBODY.contains(column.substring(0, column.indexOf('.'))));

        assertEquals(String.join("\n", there), String.join("\n", columns().keySet()));
    }

    @Test
    void every_field_that_is_named_is_really_in_a_copy() throws IOException {
        copies_of_people_of_whom_much_is_held();

        var missing = new TreeMap<String, String>();
        columns().forEach((column, what) -> {
            if (what.startsWith("= ") && !told.contains(what.substring(2))) {
                missing.put(column, what.substring(2));
            }
        });
        assertEquals(Map.of(), missing);
    }

    private void copies_of_people_of_whom_much_is_held() {
        UUID amara = programme.peer(Samples.amara());
        Phone amaras = amara();
        Phone sams = sam();
        var said = Samples.sam();
        said.put("address", Map.of("line1", "1 High Street", "town", "Leeds", "postcode", "LS1 1AA"));
        said.put("gender", "MALE");
        said.put("ethnicity", "BLACK_AFRICAN");
        said.put("specialty", "Palliative medicine");
        said.put("employers", List.of("Bradford Royal Infirmary"));
        said.put("avoid", Map.of("names", List.of("Peter Jones")));
        said.put("wishes", Map.of("specialty", "General practice", "gender", "FEMALE", "musts", List.of("specialty")));
        // Somebody who begins to ask by text, and stops.
        sams.texts(serviceNumber(), "Hello, I would like to talk to somebody");
        var opened = opens(said);
        String requester = opened.getString("requester.id");
        String token = tokenOf(Samples.AMARAS_NUMBER);
        changed(amara);
        jdbi.useHandle(handle -> {
            // What would take weeks to come about.
            handle.execute(
                    "update peer set paused_until = ?, room_again_at = ?, retired_noticed_at = ?, gender = 'FEMALE'",
                    programme.now(),
                    programme.now(),
                    programme.now());
            handle.execute("update assignment set requester_nudged_at = assigned_at, peer_nudged_at = assigned_at,"
                    + " another_offered_at = assigned_at, coordinator_asked_at = assigned_at");
        });
        String assignment = opened.getString("assignment.id");
        String relay = opened.getString("assignment.relayNumber");
        takes(requester, amara);
        sams.texts(relay, "Good morning");
        sams.texts(relay, "Hello Amara, things are hard at work");
        amaras.texts(relay, "I am glad you wrote");
        takes(requester, amara);
        calls(token, assignment);
        takes(requester, amara);
        ApiKeys.bearer(token).post("/v1/me/calendar").then().statusCode(201);
        keptTexts.waits(programme.now(), "Hello?");
        tasks.raise(
                TaskKind.TEXT_FAILED,
                Subject.of(Subject.Kind.REQUEST, UUID.fromString(opened.getString("id"))),
                Optional.of(UUID.fromString(opened.getString("id"))));
        jdbi.useHandle(handle -> {
            handle.execute("update peer set room_again_at = created_at, retired_noticed_at = created_at");
            handle.execute(
                    "insert into delivery_report (id, message_id, provider_id, status, received_at)"
                            + " select gen_random_uuid(), id, 'k:', 'DELIVERED', created_at from message where kind = 'DETAILS'");
            handle.execute("insert into automatic_answer (number_key, at, kind) select number_key, created_at, 'HELP'"
                    + " from requester");
            handle.execute("insert into question (our_number, number_key, kind, choices, asked_at, expires_at)"
                    + " select '+447400100001', number_key, 'CALL', '{}', created_at, created_at + interval '1 day'"
                    + " from requester");
            handle.execute("update message set settled_at = created_at");
            handle.execute("update sign_in_code set used_at = created_at");
            handle.execute("update calendar_token set last_read_at = created_at");
            handle.execute("update session set ended_at = created_at");
            handle.execute("update message set error_code = '30005' where kind = 'DETAILS'");
            handle.execute("update coordinator_task set done_at = raised_at");
        });
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("reason", "OTHER"))
                .post("/v1/requests/" + opened.getString("id") + "/reassign")
                .then()
                .statusCode(200);
        programme.settle();
        takes(requester, amara);
        sams.texts(serviceNumber(), "UNSTOP");
        sams.texts(serviceNumber(), "STOP");
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "COMPLETED"))
                .post("/v1/requests/" + opened.getString("id") + "/close");
        programme.settle();
        takes(requester, amara);
        programme.timeIs(programme.now().plus(Duration.ofDays(40)));
        sweep.run(false);
        takes(requester, amara);
        told.addAll(Set.of("note", "id of an account", "issuer", "account", "roles", "first seen"));
    }

    private void changed(UUID peer) {
        String etag = ApiKeys.as(Role.COORDINATOR).get("/v1/peers/" + peer).header("ETag");
        ApiKeys.as(Role.COORDINATOR)
                .header("If-Match", etag)
                .body(Map.of(
                        "specialty", "General practice",
                        "region", "North West",
                        "employers", List.of("Leeds General"),
                        "avoid", Map.of("names", List.of("Peter Jones"), "employers", List.of("Ward 9")),
                        "availability", List.of(Map.of("day", "MONDAY", "from", "08:00", "to", "20:00")),
                        "away", List.of(Map.of("from", "2026-12-24", "to", "2026-12-27"))))
                .patch("/v1/peers/" + peer)
                .then()
                .statusCode(200);
    }

    private void calls(String token, String assignment) {
        String first = ApiKeys.bearer(token)
                .body(Map.of(
                        "startsAt", minute(30),
                        "alternatives", List.of(minute(54))))
                .post("/v1/assignments/" + assignment + "/calls")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        takesQuestions();
        ApiKeys.as(Role.INTAKE)
                .body(Map.of("onBehalfOf", "REQUESTER", "startsAt", minute(30)))
                .post("/v1/calls/" + first + "/accept")
                .then()
                .statusCode(200);
        programme.settle();
        jdbi.useHandle(handle ->
                handle.execute("update call set minutes = 30, further_call = true, settled_at = proposed_at"));
    }

    private String minute(int hours) {
        return programme
                .now()
                .plus(Duration.ofHours(hours))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private void takesQuestions() {
        programme.settle();
        String requester = jdbi.withHandle(handle -> handle.select("select id::text from requester")
                .mapTo(String.class)
                .one());
        takes("/v1/requesters/" + requester);
    }

    private void takes(String requester, UUID peer) {
        takes("/v1/requesters/" + requester);
        takes("/v1/peers/" + peer);
    }

    private void takes(String person) {
        JsonPath copy = ApiKeys.as(Role.COORDINATOR)
                .get(person + "/export?reason=SUBJECT_REQUEST&words=INCLUDE")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<List<Map<String, Object>>> parts = copy.getList("parts.records");
        parts.forEach(records -> records.forEach(record -> told.addAll(record.keySet())));
    }

    private static String serviceNumber() {
        return FakeTwilioResource.SERVICE_NUMBER;
    }
}
