package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.journey.EveryDoorTellsNothingTest.PERDITA;
import static org.peerline.journey.EveryDoorTellsNothingTest.STRANGER;
import static org.peerline.journey.EveryDoorTellsNothingTest.ZELDA;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.ConsoleSession;

/** Staff bring in the roster, read every page and every list, and mistype: in all of it somebody is named. */
final class StaffAtEveryDoor {
    private final Jdbi jdbi;

    StaffAtEveryDoor(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void roster() {
        String known = "displayName,fullName,mobileNumber,gmcNumber,jobRole,employers\n"
                + "Dr Zelda Q,Zelda Quartermaine," + ZELDA + ",7654321,GP,Quince Valley Hospital\n";
        var coordinator = ApiKeys.with(Role.COORDINATOR);
        ApiKeys.bearer(coordinator)
                .contentType("text/csv")
                .body(known + "Ingrid,Ingrid Falstaff,nonsense,12,GP,\n")
                .post("/v1/peers/import")
                .then()
                .statusCode(400);
        ApiKeys.bearer(coordinator)
                .contentType("text/csv")
                .body(known)
                .post("/v1/peers/import?preview=true")
                .then()
                .statusCode(200);
        ApiKeys.bearer(coordinator)
                .contentType("text/csv")
                .body(known)
                .post("/v1/peers/import")
                .then()
                .statusCode(200);
        ApiKeys.bearer(coordinator).get("/v1/peers/export").then().statusCode(200);
    }

    void pages() {
        var coordinator = ConsoleSession.as(Role.COORDINATOR);
        String reference = one("select reference from support_request");
        String peer = one("select id::text from peer");
        for (String page : List.of(
                "/console",
                "/console/lanes",
                "/console/requests",
                "/console/requests/" + reference,
                "/console/requests/" + reference + "/timeline",
                "/console/find?reference=" + reference,
                "/console/calls",
                "/console/tasks",
                "/console/texts?reference=" + reference,
                "/console/roster",
                "/console/roster/" + peer,
                "/console/pictures",
                "/console/intake")) {
            assertTrue(coordinator.page().get(page).statusCode() < 400, page);
        }
        coordinator
                .form()
                .formParam("contactNumber", PERDITA)
                .post("/console/intake/known-number")
                .then()
                .statusCode(200);
        coordinator
                .form()
                .formParams(
                        Map.of("name", "typed by hand", "contactNumber", "07400 322222", "jobRole", "from the page"))
                .post("/console/intake")
                .then()
                .statusCode(400);
    }

    void doors(String tokenOfAPeer) {
        String requester = one("select id::text from requester");
        String peer = one("select id::text from peer");
        var coordinator = ApiKeys.with(Role.COORDINATOR);
        for (String path : List.of(
                "/v1/requests",
                "/v1/peers",
                "/v1/calls",
                "/v1/tasks",
                "/v1/messages",
                "/v1/messages?status=SENT",
                "/v1/inbound-texts",
                "/v1/numbers",
                "/v1/requesters/" + requester + "/export?reason=COMPLAINT&words=INCLUDE",
                "/v1/requesters/" + requester + "/export/page?reason=COMPLAINT&words=INCLUDE",
                "/v1/peers/" + peer + "/export?reason=COMPLAINT&words=INCLUDE",
                "/v1/requesters/" + requester + "/seen",
                "/v1/requesters/" + requester + "/other-entries")) {
            ApiKeys.bearer(coordinator).get(path).then().statusCode(200);
        }
        ApiKeys.bearer(coordinator)
                .body(Map.of("name", "Perdita Larkspur", "dateOfBirth", "1987-03-03"))
                .post("/v1/requesters/recognise")
                .then()
                .statusCode(200);
        ApiKeys.as(Role.AUDITOR).get("/v1/audit-events").then().statusCode(200);
        ApiKeys.bearer(tokenOfAPeer).get("/v1/me/export").then().statusCode(200);
    }

    void mistakes() {
        var coordinator = ApiKeys.with(Role.COORDINATOR);
        ApiKeys.bearer(coordinator).get("/console/find?reference=Perdita");
        ApiKeys.bearer(coordinator).get("/v1/requests?reference=Perdita").then().statusCode(400);
        ApiKeys.bearer(coordinator).get("/v1/calls?from=Larkspur").then().statusCode(400);
        ApiKeys.bearer(coordinator).get("/v1/tasks?kind=Larkspur").then().statusCode(400);
        ApiKeys.bearer(coordinator).get("/v1/peers?cursor=Larkspur").then().statusCode(400);
        ApiKeys.bearer(coordinator)
                .get("/v1/requesters/" + one("select id::text from requester") + "/export?reason=Larkspur")
                .then()
                .statusCode(400);
        ApiKeys.bearer("Larkspur")
                .body(Map.of("mobileNumber", STRANGER))
                .post("/v1/sessions/code")
                .then()
                .statusCode(org.hamcrest.Matchers.anyOf(org.hamcrest.Matchers.is(202), org.hamcrest.Matchers.is(401)));
        // A value that does not belong where it is found is a fault with a stack trace.
        jdbi.useHandle(handle -> handle.execute("update requester set job_role = name"));
        ApiKeys.bearer(coordinator).get("/v1/requests").then().statusCode(500);
    }

    String one(String query) {
        return jdbi.withHandle(
                handle -> handle.select(query + " limit 1").mapTo(String.class).one());
    }
}
