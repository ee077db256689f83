package org.peerline.peers.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.peerline.testkit.ApiKeys.bearer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/** What is refused when it is entered; every wrong field is named. */
@PeerlineTest
class PeerInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String key;

    @BeforeEach
    void begin() {
        if (key == null) {
            key = ApiKeys.with(Role.COORDINATOR);
        }
    }

    private static List<String> wrongFieldsOf(Object body) {
        return bearer(key)
                .filter(Contract.answersHeld())
                .body(body)
                .post("/v1/peers")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .path("violations.field");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mobileNumber | "020 7946 0018"
            mobileNumber | "+33 6 12 34 56 78"
            mobileNumber | "07700 900123"
            mobileNumber | "07400 12345"
            mobileNumber | "070 1234 5678"
            mobileNumber | "07400 CALLME"
            mobileNumber | ""
            mobileNumber | 7400300000
            mobileNumber | null
            gmcNumber    | "12345678"
            gmcNumber    | "123456"
            gmcNumber    | "C123456"
            gmcNumber    | "१२३४५६७"
            gmcNumber    | 1234567
            displayName  | ""
            displayName  | "   "
            displayName  | null
            displayName  | "Dr Amara Nwosu of the Canal Street Surgery"
            displayName  | "Dr\\u0000Amara"
            fullName     | null
            jobRole      | null
            jobRole      | {}
            gender       | "female"
            gender       | "WOMAN"
            capacity     | 0
            capacity     | 51
            capacity     | -1
            capacity     | 2.5
            capacity     | "3"
            capacity     | 99999999999
            monthlyCap   | 0
            monthlyCap   | 501
            status       | "GONE"
            employers    | "Canal Street Surgery"
            employers[1] | ["Canal Street Surgery", ""]
            employers[0] | [7]
            employers[0] | [null]
            availability | {"day": "MONDAY"}
            timeZone     | "Europe/Atlantis"
            timeZone     | "+01:00"
            timeZone     | "GMT0"
            timeZone     | 1
            away         | {"from": "2026-12-24", "to": "2026-12-27"}
            """)
    void one_wrong_field_is_named(String field, String json) throws JsonProcessingException {
        var peer = Samples.newPeer();
        peer.put(field.replaceAll("\\[.*", ""), JSON.readValue(json, Object.class));
        assertEquals(List.of(field), wrongFieldsOf(peer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            availability[0].day   | {"day":"FUNDAY","from":"09:00","to":"17:00"}
            availability[0].day   | {"day":"monday","from":"09:00","to":"17:00"}
            availability[0].day   | {"from":"09:00","to":"17:00"}
            availability[0].from  | {"day":"MONDAY","from":"00:60","to":"17:00"}
            availability[0].from  | {"day":"MONDAY","from":"9:00","to":"17:00"}
            availability[0].to    | {"day":"MONDAY","from":"09:00","to":"24:00"}
            availability[0].to    | {"day":"MONDAY","from":"09:00","to":"17:00:00"}
            availability[0].to    | {"day":"MONDAY","from":"09:00"}
            availability[0].to    | {"day":"MONDAY","from":"09:00","to":"09:00"}
            availability[0].until | {"day":"MONDAY","from":"09:00","to":"17:00","until":"18:00"}
            availability[1]       | {"day":"MONDAY","from":"09:00","to":"17:00"},{"day":"MONDAY","from":"16:59","to":"18:00"}
            availability[1]       | {"day":"SUNDAY","from":"22:00","to":"06:00"},{"day":"MONDAY","from":"05:00","to":"07:00"}
            availability[2].to    | {"day":"MONDAY","from":"09:00","to":"17:00"},{"day":"TUESDAY","from":"09:00","to":"17:00"},{"day":"FRIDAY","from":"09:00","to":"1700"}
            """)
    void a_wrong_span_is_named_by_its_place(String field, String spans) throws JsonProcessingException {
        var peer = Samples.newPeer();
        peer.put("availability", JSON.readValue("[" + spans + "]", List.class));
        assertEquals(List.of(field), wrongFieldsOf(peer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            away[0].to    | {"from":"2026-12-24","to":"2026-12-23"}
            away[0].to    | {"from":"2026-01-01","to":"2026-01-07"}
            away[0].to    | {"from":"2026-12-24","to":"2126-12-24"}
            away[0].to    | {"from":"2026-12-24"}
            away[0].from  | {"to":"2026-12-24"}
            away[0].from  | {"from":"2026-02-30","to":"2026-12-24"}
            away[0].from  | {"from":"24/12/2026","to":"2026-12-24"}
            away[0].until | {"from":"2026-12-24","to":"2026-12-24","until":"2026-12-25"}
            away[1]       | {"from":"2026-12-24","to":"2026-12-27"},{"from":"2026-12-27","to":"2026-12-28"}
            """)
    void wrong_days_away_are_named_by_their_place(String field, String spans) throws JsonProcessingException {
        var peer = Samples.newPeer();
        peer.put("away", JSON.readValue("[" + spans + "]", List.class));
        assertEquals(List.of(field), wrongFieldsOf(peer));
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        var body = Map.of(
                "mobileNumber",
                "020 7946 0018",
                "gmcNumber",
                "12345678",
                "capacity",
                0,
                "membershipNumber",
                "123",
                "region",
                "x".repeat(101),
                "employers",
                Arrays.asList("fine", "x".repeat(201)));
        assertEquals(
                List.of(
                        "capacity",
                        "displayName",
                        "employers[1]",
                        "fullName",
                        "gmcNumber",
                        "jobRole",
                        "membershipNumber",
                        "mobileNumber",
                        "region"),
                wrongFieldsOf(body).stream().sorted().toList());
    }

    @Test
    void lists_end_somewhere() {
        var peer = Samples.newPeer();
        peer.put("employers", Collections.nCopies(31, "Canal Street Surgery"));
        assertEquals(List.of("employers"), wrongFieldsOf(peer));
    }

    @Test
    void a_number_of_the_service_itself_is_nobodys() {
        for (String own : List.of(FakeTwilioResource.SERVICE_NUMBER, FakeTwilioResource.relayNumber(1))) {
            var peer = Samples.newPeer();
            peer.put("mobileNumber", own);
            assertEquals(List.of("mobileNumber"), wrongFieldsOf(peer));
        }
    }

    @ParameterizedTest
    @CsvSource({"07400 312345", "+44 (0)7400 312345", "+44 7400 312345", "０７４００ ３１２３４５"})
    void a_mobile_number_is_read_as_people_write_it(String written) {
        var peer = Samples.newPeer();
        peer.put("mobileNumber", written);
        peer.put("status", "RETIRED"); // so that the next may have the number too
        String kept = bearer(key)
                .filter(Contract.held())
                .body(peer)
                .post("/v1/peers")
                .then()
                .statusCode(201)
                .extract()
                .path("mobileNumber");
        assertEquals("+447400312345", kept);
    }
}
