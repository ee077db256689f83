package org.peerline.console.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.peerline.access.Role;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** What of a request's course each role is told. */
@PeerlineTest
class TimelineByRoleTest extends RestWorld {
    private static final String ROBINS_NUMBER = "+447400300002";

    /** As the API tells a call handler: where it stands, with whom and why, and its calls. */
    private static final List<String> TOLD_TO_CALL_HANDLERS =
            List.of("Opened", "Given to a peer: ", "First text passed on", "No longer with the peer", "Call suggested");

    private static final List<String> TOLD_TO_COORDINATORS_ONLY = List.of(
            "Given to a peer: Dr Amara N, ",
            "No longer with the peer: Dr Amara N, given to somebody else",
            "No longer with the peer: Dr Robin A, the peer handed it back",
            "crisis list",
            "HELP texted",
            "the peer handed it back",
            "the peer does not answer",
            "given to somebody else",
            "Given to somebody else by a coordinator",
            "Text to the requester: ",
            "Text to the peer: ");

    private static final Map<Role, List<String>> TOLD =
            Map.of(Role.COORDINATOR, TOLD_TO_COORDINATORS_ONLY, Role.INTAKE, List.of());

    private String page;

    @BeforeEach
    void everything_happens_to_one_request() {
        programme.peer(Samples.amara());
        var opened = opens(Samples.sam());
        page = "/console/requests/" + opened.getString("reference");
        var sam = sam();
        sam.receives("Dr Amara N");
        sam.replies("I want to kill myself");
        sam.replies("HELP");
        peer(Samples.AMARAS_NUMBER)
                .body(Map.of(
                        "startsAt",
                        programme
                                .now()
                                .plus(Duration.ofHours(30))
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString()))
                .post("/v1/assignments/" + opened.getString("assignment.id") + "/calls")
                .then()
                .statusCode(201);
        programme.peer(Samples.peer("Dr Robin A", "Robin Ashworth", ROBINS_NUMBER, "7000002"));
        ConsoleSession.as(Role.COORDINATOR)
                .form()
                .formParam("reason", "PEER_DOES_NOT_ANSWER")
                .post(page + "/reassign")
                .then()
                .statusCode(303);
        var robin = peer(ROBINS_NUMBER);
        String assignment = robin.get("/v1/me/assignments").path("items[0].id");
        peer(ROBINS_NUMBER)
                .post("/v1/assignments/" + assignment + "/pass")
                .then()
                .statusCode(200);
        programme.settle();
        twilio.reset();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "INTAKE"})
    void reader_is_told_what_their_role_is_told_and_no_more(Role role) {
        String told = timeline(ConsoleSession.as(role));
        for (String expected : TOLD_TO_CALL_HANDLERS) {
            assertTrue(told.contains(expected), expected + " is not told to " + role + ": " + told);
        }
        for (String kept : TOLD_TO_COORDINATORS_ONLY) {
            assertEquals(TOLD.get(role).contains(kept), told.contains(kept), kept + " for " + role + ": " + told);
        }
    }

    @Test
    void whole_page_of_a_call_handler_has_nothing_of_it_either() {
        String shown = ConsoleSession.as(Role.INTAKE).page().get(page).asString();
        for (String kept : TOLD_TO_COORDINATORS_ONLY) {
            assertFalse(shown.contains(kept), kept);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "INTAKE"})
    void what_kind_of_peer_was_wished_for_is_shown_to_coordinators_only(Role role) {
        String shown = ConsoleSession.as(role).page().get(page).asString();
        assertEquals(role == Role.COORDINATOR, shown.contains("Wishes about the peer"));
    }

    @Test
    void whoever_is_both_is_told_everything() {
        String told = timeline(ConsoleSession.as(Role.INTAKE, Role.COORDINATOR));
        assertTrue(told.contains("crisis list"), told);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.EXCLUDE,
            names = {"COORDINATOR", "INTAKE", "PEER"})
    void other_roles_are_told_nothing(Role role) {
        ConsoleSession.as(role).page().get(page + "/timeline").then().statusCode(403);
    }

    private String timeline(ConsoleSession reader) {
        Response part = reader.live().get(page + "/timeline");
        assertEquals(200, part.statusCode());
        return part.asString();
    }
}
