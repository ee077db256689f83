package org.peerline.intake.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** What is wrong with a request is said field by field, in one answer, and changes nothing. */
@PeerlineTest
class BadRequestInputTest extends RestWorld {
    private static final String LONG = "x".repeat(121);

    private static ValidatableResponse problem(Response answer, int status, String kind) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("urn:peerline:problem:" + kind))
                .body("status", is(status))
                .body("instance", is(answer.header("X-Request-Id")))
                .body(not(containsString("Okafor")))
                .body(not(containsString("200001")));
    }

    private static Response post(String key, Object body) {
        return ApiKeys.bearer(key).filter(Contract.answersHeld()).body(body).post("/v1/requests");
    }

    private static Map<String, Object> sam(String field, Object value) {
        var body = Samples.sam();
        body.put(field, value);
        return body;
    }

    private static Map<String, Object> without(String field) {
        var body = Samples.sam();
        body.remove(field);
        return body;
    }

    private static Map<String, Object> address(String field, Object value) {
        var address = new TreeMap<String, Object>(Map.of("line1", "1 High Street", "postcode", "LS1 1AA"));
        address.put(field, value);
        return sam("address", address);
    }

    private static String ourRelayNumberAsWritten() {
        return FakeTwilioResource.relayNumber(1).replace("+447400", "07400 ");
    }

    private record Row(String what, Map<String, Object> body, String... fields) {}

    /** The field that the answer names, for each way to get it wrong. */
    private static final List<Row> ONE_FAULT = List.of(
            new Row("no name", without("name"), "name"),
            new Row("no number", without("contactNumber"), "contactNumber"),
            new Row("no address", without("address"), "address"),
            new Row("no date of birth", without("dateOfBirth"), "dateOfBirth"),
            new Row("no job role", without("jobRole"), "jobRole"),
            new Row("a name of spaces", sam("name", "   "), "name"),
            new Row("a name that is too long", sam("name", "x".repeat(101)), "name"),
            new Row("a name with NUL", sam("name", "Sam\0Okafor"), "name"),
            new Row("a name with half an emoji", sam("name", "Sam \uD83D"), "name"),
            new Row("a name that is a number", sam("name", 5), "name"),
            new Row("a landline", sam("contactNumber", "020 7946 0018"), "contactNumber"),
            new Row("a French mobile", sam("contactNumber", "+33 6 39 98 00 01"), "contactNumber"),
            new Row("a number kept for drama", sam("contactNumber", "07700 900123"), "contactNumber"),
            new Row("our front door", sam("contactNumber", FakeTwilioResource.SERVICE_NUMBER), "contactNumber"),
            new Row("a relay number of ours", sam("contactNumber", ourRelayNumberAsWritten()), "contactNumber"),
            new Row("no number at all", sam("contactNumber", "call me"), "contactNumber"),
            new Row("a number in letters", sam("contactNumber", "07400 SAMUEL"), "contactNumber"),
            new Row("a number that is too long", sam("contactNumber", "07400200001".repeat(5)), "contactNumber"),
            new Row("a number that is a number", sam("contactNumber", 7400200001L), "contactNumber"),
            new Row("a day that is not", sam("dateOfBirth", "1994-02-30"), "dateOfBirth"),
            new Row("a month that is not", sam("dateOfBirth", "1994-13-01"), "dateOfBirth"),
            new Row("another order", sam("dateOfBirth", "17/05/1994"), "dateOfBirth"),
            new Row("an instant", sam("dateOfBirth", "1994-05-17T00:00:00Z"), "dateOfBirth"),
            new Row("a date in the future", sam("dateOfBirth", "2094-05-17"), "dateOfBirth"),
            new Row("under 16 by a day", sam("dateOfBirth", "2010-11-24"), "dateOfBirth"),
            new Row("older than anybody", sam("dateOfBirth", "1894-05-17"), "dateOfBirth"),
            new Row("an address in one line", sam("address", "1 High Street, Leeds"), "address"),
            new Row("an address without a postcode", sam("address", Map.of("line1", "1")), "address.postcode"),
            new Row("no postcode", address("postcode", "12345"), "address.postcode"),
            new Row("a line that is too long", address("line2", LONG), "address.line2"),
            new Row("an unknown property in the address", address("country", "GB"), "address.country"),
            new Row("a membership number", sam("membershipNumber", "M123456"), "membershipNumber"),
            new Row("a diagnosis", sam("diagnosis", "none of our business"), "diagnosis"),
            new Row("an unknown gender", sam("gender", "female"), "gender"),
            new Row("an unknown ethnicity", sam("ethnicity", "British"), "ethnicity"),
            new Row("an unknown language", sam("language", "fr"), "language"),
            new Row("yes for true", sam("neutralWording", "yes"), "neutralWording"),
            new Row("one employer", sam("employers", "St Oswald's"), "employers"),
            new Row("too many employers", sam("employers", Collections.nCopies(21, "St Oswald's")), "employers"),
            new Row("an employer too long", sam("employers", List.of("St Oswald's", LONG)), "employers[1]"),
            new Row("an unknown wish", sam("wishes", Map.of("age", "40")), "wishes.age"),
            new Row("an unknown must", sam("wishes", Map.of("musts", List.of("age"))), "wishes.musts[0]"),
            new Row("a must not wished", sam("wishes", Map.of("musts", List.of("gender"))), "wishes.musts[0]"),
            new Row("somebody to avoid, too long", sam("avoid", Map.of("names", List.of(LONG))), "avoid.names[0]"),
            new Row("an unknown thing to avoid", sam("avoid", Map.of("people", List.of("x"))), "avoid.people"));

    @Test
    void every_fault_is_named_by_its_field_and_changes_nothing() {
        programme.peer(Samples.amara());
        String key = ApiKeys.with(Role.INTAKE);
        var before = rows();
        var wrong = new ArrayList<String>();
        for (Row row : ONE_FAULT) {
            Response answer = post(key, row.body());
            List<String> fields = answer.statusCode() == 400 ? answer.path("violations.field") : List.of();
            if (!fields.equals(List.of(row.fields()))) {
                wrong.add(row.what() + ": " + answer.statusCode() + " " + fields);
            }
            problem(answer, 400, "invalid-input");
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, rows());
        programme.settle();
        assertEquals(List.of(), twilio.posts());
    }

    @Test
    void all_faults_are_named_in_one_answer() {
        var body = Map.of(
                "name", "",
                "contactNumber", "020 7946 0018",
                "address", Map.of("line1", LONG, "town", 7, "postcode", "nowhere", "planet", "Earth"),
                "dateOfBirth", "1994-02-30",
                "employers", List.of(LONG),
                "language", "fr",
                "membershipNumber", "M123456");

        List<String> named = problem(post(ApiKeys.with(Role.INTAKE), body), 400, "invalid-input")
                .extract()
                .path("violations.field");

        assertEquals(
                new TreeSet<>(List.of(
                        "name",
                        "contactNumber",
                        "address.line1",
                        "address.town",
                        "address.postcode",
                        "address.planet",
                        "dateOfBirth",
                        "employers[0]",
                        "jobRole",
                        "language",
                        "membershipNumber")),
                new TreeSet<>(named));
        assertEquals(named.size(), new TreeSet<>(named).size(), "each once");
    }

    @Test
    void number_of_ours_is_named_together_with_the_other_faults() {
        var body = sam("contactNumber", FakeTwilioResource.SERVICE_NUMBER);
        body.put("name", "   ");

        problem(post(ApiKeys.with(Role.INTAKE), body), 400, "invalid-input")
                .body("violations.field", equalTo(List.of("contactNumber", "name")))
                .body("violations[0].message", is("This is one of the service's own numbers."));
    }

    @Test
    void a_sixteenth_birthday_is_old_enough() {
        post(ApiKeys.with(Role.INTAKE), sam("dateOfBirth", "2010-11-23")).then().statusCode(201);
    }

    @Test
    void body_that_cannot_be_read_says_why_and_changes_nothing() {
        String key = ApiKeys.with(Role.INTAKE);
        var before = rows();
        String whole = OpenRequestTest.example();
        Map.of(
                        "{\"name\": \"Sam Okafor\", \"contact",
                        "The body is not well-formed JSON",
                        whole + "{}",
                        "The body is not well-formed JSON",
                        "[" + whole + "]",
                        "The body must be a JSON object",
                        "{\"name\": \"Sam Okafor\", \"name\": \"Sam\"}",
                        "A property is given twice",
                        "{\"name\": \"Sam\0\"}",
                        "The body is not well-formed JSON",
                        "[".repeat(50),
                        "The body is nested too deeply")
                .forEach((body, sentence) -> problem(post(key, body), 400, "invalid-input")
                        .body("violations.field", equalTo(List.of("")))
                        .body("violations[0].message", startsWith(sentence)));
        byte[] broken = whole.getBytes(StandardCharsets.UTF_8);
        broken[whole.indexOf("Sam")] = (byte) 0xFF;
        problem(ApiKeys.bearer(key).body(broken).post("/v1/requests"), 400, "invalid-input")
                .body("violations[0].message", is("The body is not valid UTF-8."));
        problem(ApiKeys.bearer(key).post("/v1/requests"), 400, "invalid-input");
        problem(post(key, " ".repeat(1 << 20)), 413, "too-large");
        problem(
                given().header("Authorization", "Bearer " + key)
                        .contentType("text/plain")
                        .body(whole)
                        .post("/v1/requests"),
                415,
                "unsupported-media-type");
        assertEquals(before, rows());
    }

    @Test
    void idempotency_key_that_is_none_is_refused() {
        String key = ApiKeys.with(Role.INTAKE);
        var before = rows();
        for (String bad : List.of("", "x".repeat(256), "caf\u00e9")) {
            problem(
                            ApiKeys.bearer(key)
                                    .header("Idempotency-Key", bad)
                                    .body(OpenRequestTest.example())
                                    .post("/v1/requests"),
                            400,
                            "invalid-input")
                    .body("violations.field", equalTo(List.of("Idempotency-Key")));
        }
        assertEquals(before, rows());
    }

    @Test
    void only_intake_and_coordinators_open_requests() {
        programme.peer(Samples.amara());
        String peer = tokenOf(Samples.AMARAS_NUMBER);
        String others = ApiKeys.with(Role.ADMIN, Role.AUDITOR, Role.SAFEGUARDING);
        var before = rows();
        problem(
                given().contentType("application/json").body(Samples.sam()).post("/v1/requests"),
                401,
                "unauthenticated");
        problem(post("pl_" + "x".repeat(43), Samples.sam()), 401, "unauthenticated");
        problem(post(others, Samples.sam()), 403, "forbidden");
        problem(post(peer, Samples.sam()), 403, "forbidden");
        assertEquals(before, rows());
    }

    @Test
    void what_does_not_exist_is_not_found() {
        String key = ApiKeys.with(Role.INTAKE, Role.COORDINATOR);
        for (String id :
                List.of("019ac2a1-5a38-7c41-9d0e-3f6b8a2c7e10", "PS-000000", "nonsense", "%00", "x".repeat(500))) {
            problem(ApiKeys.bearer(key).get("/v1/requests/" + id), 404, "not-found");
            problem(
                    ApiKeys.bearer(key).body("{\"outcome\":\"COMPLETED\"}").post("/v1/requests/" + id + "/close"),
                    404,
                    "not-found");
            problem(
                    ApiKeys.bearer(key).body("{\"reason\":\"OTHER\"}").post("/v1/requests/" + id + "/reassign"),
                    404,
                    "not-found");
            problem(ApiKeys.bearer(key).post("/v1/requests/" + id + "/details-text"), 404, "not-found");
        }
    }
}
