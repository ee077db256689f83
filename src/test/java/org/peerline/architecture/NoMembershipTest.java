package org.peerline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hamcrest.Matchers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.Contract;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Nothing links anybody here to the membership of an organisation: there is no place for it, and none is taken. */
@PeerlineTest
class NoMembershipTest extends RestWorld {
    private static final Pattern MEMBERSHIP =
            Pattern.compile("(?i)member|aelod|\\b(?:bma|mdu|mddus|mps|hcsa)|union|subscri");

    @Inject
    Jdbi jdbi;

    @Test
    void no_column_of_the_database_is_for_it() {
        List<String> columns = jdbi.withHandle(handle -> handle.select(
                        "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'")
                .mapTo(String.class)
                .list());

        assertFalse(columns.isEmpty());
        assertEquals(
                List.of(),
                columns.stream()
                        .filter(column -> MEMBERSHIP.matcher(column).find())
                        .toList());
    }

    @Test
    void no_property_of_the_contract_is_for_it() {
        assertEquals(
                List.of(),
                Pattern.compile("(?m)^\\s*\"?([A-Za-z_]+)\"?:")
                        .matcher(Contract.text())
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> MEMBERSHIP.matcher(name).find())
                        .distinct()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "membershipNumber",
                "membership_no",
                "memberId",
                "bmaNumber",
                "BMA-membership-number",
                "mduNumber"
            })
    void well_known_name_is_refused_and_says_why(String name) {
        var before = rows();
        var sent = Samples.sam();
        sent.put(name, "1234567");

        ApiKeys.as(Role.INTAKE)
                .body(sent)
                .post("/v1/requests")
                .then()
                .statusCode(400)
                .body("violations.field", Matchers.hasItem(name))
                .body("violations.message", Matchers.hasItem(Matchers.containsString("membership")));

        before.merge("api_key", 1L, Long::sum);
        before.merge("audit_event", 1L, Long::sum);
        assertEquals(before, rows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GP, BMA member 1234567", "Membership number: 12345678", "member id 7654321", "BMA no. 1234567"})
    void number_in_another_field_is_refused_too(String role) {
        var sent = Samples.sam();
        sent.put("jobRole", role);

        ApiKeys.as(Role.INTAKE)
                .body(sent)
                .post("/v1/requests")
                .then()
                .statusCode(400)
                .body("violations[0].field", Matchers.equalTo("jobRole"))
                .body("violations[0].message", Matchers.containsString("membership"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Member of the transplant team", "MPS trainer", "GP since 2012", "Union Street Surgery"})
    void ordinary_words_are_taken(String role) {
        var sent = Samples.sam();
        sent.put("jobRole", role);

        ApiKeys.as(Role.INTAKE).body(sent).post("/v1/requests").then().statusCode(201);
    }

    @Test
    void nested_name_is_refused_too() {
        var sent = Samples.sam();
        sent.put("wishes", Map.of("membershipNumber", "1234567"));

        ApiKeys.as(Role.INTAKE)
                .body(sent)
                .post("/v1/requests")
                .then()
                .statusCode(400)
                .body("violations[0].field", Matchers.equalTo("wishes.membershipNumber"))
                .body("violations[0].message", Matchers.containsString("membership"));
    }

    @Test
    void name_is_found_however_deep_and_in_whatever_place() {
        String key = ApiKeys.with(Role.INTAKE);
        Map<String, Object> number = Map.of("membershipNumber", "1234567");
        Map<String, Object> places = Map.of(
                "employers", List.of("Leeds", number),
                "name", number,
                "extra", Map.of("details", List.of(number)),
                "avoid", Map.of("names", List.of(List.of(number))));
        places.forEach((field, value) -> {
            var sent = Samples.sam();
            sent.put(field, value);
            ApiKeys.bearer(key)
                    .body(sent)
                    .post("/v1/requests")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", Matchers.startsWith(field))
                    .body("violations[0].field", Matchers.endsWith("membershipNumber"))
                    .body("violations[0].message", Matchers.containsString("membership"));
        });
    }

    @Test
    void number_in_one_of_several_words_is_refused_too() {
        String key = ApiKeys.with(Role.INTAKE);
        for (var field : Map.<String, Object>of(
                        "employers",
                        List.of("Leeds General", "BMA no 1234567"),
                        "avoid",
                        Map.of("names", List.of("Jane Hill", "BMA member 1234567")))
                .entrySet()) {
            var sent = Samples.sam();
            sent.put(field.getKey(), field.getValue());
            ApiKeys.bearer(key)
                    .body(sent)
                    .post("/v1/requests")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", Matchers.endsWith("[1]"))
                    .body("violations[0].message", Matchers.containsString("membership"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/requests", "/v1/peers", "/v1/calls", "/v1/tasks"})
    void parameter_for_it_is_refused(String list) {
        ApiKeys.as(Role.COORDINATOR)
                .queryParam("membershipNumber", "1234567")
                .get(list)
                .then()
                .statusCode(400)
                .body("violations[0].field", Matchers.equalTo("membershipNumber"))
                .body("violations[0].message", Matchers.containsString("membership"))
                .body(Matchers.not(Matchers.containsString("1234567")));
    }

    @Test
    void column_and_cell_of_a_roster_sheet_are_refused() {
        String key = ApiKeys.with(Role.COORDINATOR);
        var before = rows();
        for (String sheet : List.of(
                "displayName,fullName,mobileNumber,gmcNumber,jobRole,capacity,BMA No\n"
                        + "Dr A,Amara Nwosu,07400300001,7000001,GP,1,1234567\n",
                "displayName,fullName,mobileNumber,gmcNumber,jobRole,capacity\n"
                        + "Dr A,Amara Nwosu,07400300001,7000001,GP (BMA 1234567),1\n")) {
            ApiKeys.bearer(key)
                    .contentType("text/csv")
                    .body(sheet)
                    .post("/v1/peers/import")
                    .then()
                    .statusCode(400)
                    .body("violations.message", Matchers.hasItem(Matchers.containsString("membership")))
                    .body(Matchers.not(Matchers.containsString("1234567")));
        }
        assertEquals(before, rows());
    }

    @Test
    void form_of_the_pages_refuses_a_field_for_it_and_a_number_in_another() {
        ConsoleSession line = ConsoleSession.as(Role.INTAKE);
        for (Map<String, String> wrong :
                List.of(Map.of("membershipNumber", "1234567"), Map.of("jobRole", "GP, BMA no 1234567"))) {
            var form = new HashMap<>(Map.of(
                    "name", "Sam Okafor",
                    "contactNumber", "07400 200001",
                    "address.line1", "1 High Street",
                    "address.postcode", "LS1 4AP",
                    "dateOfBirth.day", "17",
                    "dateOfBirth.month", "5",
                    "dateOfBirth.year", "1994",
                    "jobRole", "GP"));
            form.putAll(wrong);
            line.form().formParams(form).post("/console/intake").then().statusCode(400);
        }
        assertEquals(0L, rows().get("support_request"));
    }

    @Test
    void number_in_an_answer_by_text_is_not_kept() {
        Phone sam = sam();
        sam.texts(FakeTwilioResource.SERVICE_NUMBER, "PEER");
        sam.texts(FakeTwilioResource.SERVICE_NUMBER, "Sam Okafor, BMA no 1234567");

        assertEquals(2, sam.received().size());
        sam.receives("full name");
        sam.receives("membership");
    }
}
