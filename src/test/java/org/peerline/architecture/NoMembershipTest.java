package org.peerline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.inject.Inject;
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
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Nothing links anybody here to the membership of an organisation: there is no place for it, and none is taken. */
@PeerlineTest
class NoMembershipTest extends RestWorld {
    private static final Pattern MEMBERSHIP = Pattern.compile("(?i)member|\\bbma|union");

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
}
