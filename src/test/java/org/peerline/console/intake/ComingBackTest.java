package org.peerline.console.intake;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** A caller who has been here before is asked at the page what they would be asked by text. */
@PeerlineTest
class ComingBackTest extends RestWorld {
    private static final String BEEN_HERE = "has been here before";
    private static final String ELSEWHERE = "is open under another number";

    @Inject
    Jdbi database;

    private final Map<String, String> typed = new TreeMap<>();
    private ConsoleSession handler;
    private String first;

    @BeforeEach
    void sam_had_amara_and_there_is_ben() {
        programme.peer(Samples.amara());
        first = opens(Samples.sam()).getString("id");
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", "+447400300002", "7000002"));
        handler = ConsoleSession.as(Role.INTAKE);
        typed.clear();
        typed.putAll(Map.of(
                "name", "Sam Okafor",
                "contactNumber", "07400 200001",
                "address.line1", "1 High Street",
                "address.postcode", "ls1 1aa",
                "dateOfBirth.day", "17",
                "dateOfBirth.month", "5",
                "dateOfBirth.year", "1994",
                "jobRole", "Foundation doctor"));
        twilio.reset();
    }

    private Response asks() {
        return handler.form().formParams(typed).post("/console/intake/coming-back");
    }

    private Response sends() {
        return handler.form().formParams(typed).post("/console/intake");
    }

    @Test
    void question_is_put_when_name_and_date_of_birth_match_and_not_before() {
        closes(first);
        asks().then().statusCode(200).body(containsString(BEEN_HERE)).body(containsString("name=\"returning\""));
        for (String one : List.of("name", "dateOfBirth.day")) {
            String right = typed.put(one, one.equals("name") ? "Samuel Okafor" : "18");
            asks().then().statusCode(200).body(not(containsString(BEEN_HERE)));
            typed.remove(one);
            asks().then().statusCode(200).body(not(containsString(BEEN_HERE)));
            typed.put(one, right);
        }
    }

    @Test
    void answer_tells_nothing_else_about_them() {
        String reference =
                ApiKeys.as(Role.COORDINATOR).get("/v1/requests/" + first).path("reference");
        String told = asks().asString();
        for (String kept : List.of(reference, "Amara", "Foundation", "+447400200001")) {
            assertFalse(told.contains(kept), kept);
        }
    }

    @Test
    void question_is_on_record_and_cannot_be_asked_of_one_name_after_the_other() {
        asks();
        long recorded = database.withHandle(
                handle -> handle.select("select count(*) from audit_event where action = 'REQUESTER_RECOGNISED'")
                        .mapTo(Long.class)
                        .one());
        assertEquals(1, recorded);
        for (int i = 0; i < 60; i++) {
            asks();
        }
        closes(first);
        asks().then().statusCode(200).body(not(containsString(BEEN_HERE)));
    }

    @Test
    void nothing_is_opened_before_the_question_has_been_answered_with_or_without_a_script() {
        closes(first);
        sends().then().statusCode(200).body(containsString(BEEN_HERE)).body(containsString("value=\"Sam Okafor\""));
        assertEquals(0, open());
        typed.put("returning", "SAME");
        assertEquals("Dr Amara N", peerOf(sends()));
    }

    @Test
    void whoever_wants_somebody_new_is_never_given_the_same() {
        closes(first);
        typed.put("returning", "NEW");
        assertEquals("Dr Ben T", peerOf(sends()));
    }

    @Test
    void whoever_does_not_mind_is_asked_no_more() {
        closes(first);
        typed.put("returning", "EITHER");
        sends().then().statusCode(303);
        assertEquals(1, open());
    }

    @Test
    void answer_that_has_been_given_is_there_still_when_something_is_to_be_corrected() {
        closes(first);
        typed.put("returning", "NEW");
        typed.put("jobRole", "");
        String again = sends().then().statusCode(400).extract().asString();
        assertTrue(again.contains("value=\"NEW\" checked"), again);
    }

    @Test
    void request_that_is_open_under_another_number_is_said_and_becomes_a_coordinators_task() {
        typed.put("contactNumber", "07400 200077");
        asks().then().body(containsString(ELSEWHERE));
        typed.put("returning", "EITHER");
        sends().then().statusCode(303);
        assertEquals(List.of("ASKED_TWICE"), kinds());
    }

    @Test
    void request_under_the_same_number_is_not_said_to_be_elsewhere() {
        asks().then().body(not(containsString(ELSEWHERE)));
        sends().then().statusCode(400).body(containsString("A request for this number is open already"));
        assertEquals(List.of(), kinds());
    }

    private String peerOf(Response opened) {
        opened.then().statusCode(303);
        return ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requests?status=ASSIGNED")
                .path("items[-1].assignment.peer.displayName");
    }

    private List<String> kinds() {
        return ApiKeys.as(Role.COORDINATOR).get("/v1/tasks").jsonPath().getList("items.kind");
    }

    private int open() {
        return ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requests?status=ASSIGNED")
                .jsonPath()
                .getList("items")
                .size();
    }
}
