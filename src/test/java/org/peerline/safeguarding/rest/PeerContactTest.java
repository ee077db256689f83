package org.peerline.safeguarding.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.Contract;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** The safeguarding lead rings a peer who asked for them, and sees no other. */
@PeerlineTest
class PeerContactTest extends RestWorld {
    @Inject
    Jdbi database;

    private String amara;
    private String robin;

    @BeforeEach
    void amara_has_asked_and_robin_has_not() {
        amara = programme.peer(Samples.amara()).toString();
        robin = programme
                .peer(Samples.peer("Dr Robin A", "Robin Ashworth", "+447400300002", "7000002"))
                .toString();
        String reference = opens(Samples.sam()).getString("reference");
        assertEquals(9, reference.length());
        amara().texts(FakeTwilioResource.SERVICE_NUMBER, "HELPME");
        sam().texts(FakeTwilioResource.SERVICE_NUMBER, "HELP");
        twilio.reset();
    }

    private static String contact(String peer) {
        return "/v1/peers/" + peer + "/contact";
    }

    @Test
    void lead_is_shown_the_number_and_is_on_record() {
        String answer = ApiKeys.as(Role.SAFEGUARDING)
                .filter(Contract.answersHeld())
                .get(contact(amara))
                .then()
                .statusCode(200)
                .body("mobileNumber", is(Samples.AMARAS_NUMBER))
                .body("fullName", is("Amara Nwosu"))
                .extract()
                .asString();
        assertEquals(Contract.form(Contract.example("safeguarding/getPeerContact-response")), Contract.form(answer));
        assertEquals(List.of("SAFEGUARDING " + amara), readers());
    }

    @Test
    void peer_who_did_not_ask_and_nobody_are_the_same() {
        ApiKeys.as(Role.SAFEGUARDING).get(contact(robin)).then().statusCode(404);
        ApiKeys.as(Role.SAFEGUARDING)
                .get(contact("019ac2a1-6b52-7e69-8c14-2a7f9d3e5b60"))
                .then()
                .statusCode(404);
        ConsoleSession.as(Role.SAFEGUARDING)
                .page()
                .get("/console/safety/peers/" + robin)
                .then()
                .statusCode(404);
        assertEquals(List.of(), readers());
    }

    @Test
    void number_is_shown_no_longer_than_it_is_to_be_looked_at() {
        String task = ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=SAFEGUARDING_WANTED")
                .path("items[0].id");
        ApiKeys.as(Role.COORDINATOR).post("/v1/tasks/" + task + "/done").then().statusCode(200);
        ApiKeys.as(Role.SAFEGUARDING).get(contact(amara)).then().statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.EXCLUDE,
            names = {"SAFEGUARDING", "PEER"})
    void no_other_role_opens_it(Role role) {
        ApiKeys.as(role).get(contact(amara)).then().statusCode(403);
    }

    @Test
    void rest_of_the_roster_stays_closed_to_the_lead() {
        for (String closed : List.of("/v1/peers", "/v1/peers/" + amara, "/v1/requests", "/v1/messages", "/v1/calls")) {
            ApiKeys.as(Role.SAFEGUARDING).get(closed).then().statusCode(403);
        }
        for (String closed :
                List.of("/console/roster", "/console/roster/" + amara, "/console/tasks", "/console/lanes")) {
            ConsoleSession.as(Role.SAFEGUARDING).page().get(closed).then().statusCode(403);
        }
    }

    @Test
    void lead_is_told_of_safety_flags_and_of_no_other_task() {
        database.useHandle(
                handle -> handle.execute(
                        "insert into coordinator_task (id, kind, subject_kind, subject_id,"
                                + " raised_at, last_raised_at) select gen_random_uuid(), 'TEXT_FAILED', 'PEER', id, now(), now() from peer"));
        ApiKeys.as(Role.SAFEGUARDING)
                .filter(Contract.answersHeld())
                .get("/v1/tasks")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("SAFEGUARDING_WANTED", "HELP_ASKED")));
        ApiKeys.as(Role.SAFEGUARDING).get("/v1/tasks?kind=TEXT_FAILED").then().body("items", equalTo(List.of()));
        ApiKeys.as(Role.SAFEGUARDING)
                .get("/v1/tasks?kind=HELP_ASKED")
                .then()
                .body("items.kind", equalTo(List.of("HELP_ASKED")));
        ApiKeys.as(Role.SAFEGUARDING)
                .post("/v1/tasks/019ac2a1-6b52-7e69-8c14-2a7f9d3e5b60/done")
                .then()
                .statusCode(403);
        assertEquals(
                4,
                ApiKeys.as(Role.COORDINATOR)
                        .get("/v1/tasks")
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    @Test
    void lead_signs_in_to_the_flags_and_finds_the_way_to_the_number() {
        ConsoleSession lead = ConsoleSession.as(Role.SAFEGUARDING);
        lead.page().get("/console").then().statusCode(303).header("Location", "/base/console/safety");
        lead.page()
                .get("/console/safety")
                .then()
                .statusCode(200)
                .body(containsString("A peer texted HELPME"))
                .body(containsString("/console/safety/peers/" + amara))
                .body(not(containsString("Okafor")))
                .body(not(containsString(Samples.AMARAS_NUMBER)));
        lead.page()
                .get("/console/safety/peers/" + amara)
                .then()
                .statusCode(200)
                .body(containsString(Samples.AMARAS_NUMBER));
        assertEquals(List.of("SAFEGUARDING " + amara), readers());
    }

    @Test
    void flags_are_found_by_the_reference_of_a_request_and_by_no_search_that_is_closed_to_the_lead() {
        ConsoleSession lead = ConsoleSession.as(Role.SAFEGUARDING);
        String reference = database.withHandle(handle -> handle.select("select reference from support_request")
                .mapTo(String.class)
                .one());
        lead.page()
                .get("/console/safety?reference=" + reference.toLowerCase())
                .then()
                .statusCode(200)
                .body(containsString("Somebody texted HELP"))
                .body(not(containsString("A peer texted HELPME")))
                .body(not(containsString("action=\"/base/console/find\"")));
        lead.page()
                .get("/console/safety?reference=PS-000000")
                .then()
                .statusCode(200)
                .body(containsString("There is no such request"))
                .body(not(containsString("Somebody texted HELP")));
        lead.live()
                .get("/console/safety/rows?reference=" + reference)
                .then()
                .statusCode(200)
                .body(not(containsString("A peer texted HELPME")));
    }

    /** Whoever has looked at a peer, and at whom. */
    private List<String> readers() {
        return database.withHandle(handle -> handle.select("select actor_roles || ' ' || subject_id from audit_event"
                        + " where action = 'PEER_READ' and subject_kind = 'PEER' order by id")
                .mapTo(String.class)
                .list());
    }

    @Test
    void peer_is_told_who_looked() {
        ApiKeys.as(Role.SAFEGUARDING).get(contact(amara)).then().statusCode(200);
        List<String> seen =
                peer(Samples.AMARAS_NUMBER).get("/v1/me/seen").jsonPath().getList("items.sentence");
        assertTrue(seen.stream().anyMatch(sentence -> sentence.contains("safeguarding lead")), seen.toString());
    }
}
