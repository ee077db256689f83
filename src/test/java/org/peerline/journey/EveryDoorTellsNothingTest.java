package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.Leaks;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.SignedWebhook;

/** Names, numbers, addresses, dates and words that come in by any door: text, voice, spreadsheet, page, API. */
@PeerlineTest
class EveryDoorTellsNothingTest extends RestWorld {
    private static final String SERVICE = FakeTwilioResource.SERVICE_NUMBER;
    private static final String PERDITA = "+447400322222";
    private static final String ZELDA = "+447400311111";
    private static final String BENEDICK = "+447400333333";
    private static final String STRANGER = "+447400344444";
    private static final String VOICE = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/voice";

    private static final List<String> PERSONAL = List.of(
            "Perdita",
            "Larkspur",
            "Zelda",
            "Quartermaine",
            "Benedick",
            "Fairweather",
            "Tobias",
            "Ingrid",
            "Falstaff",
            "Nightingale",
            "LS6 2AB",
            "LS62AB",
            "Quince Valley",
            "1987-03-03",
            "03/03/1987",
            "3 March",
            "Foundation doctor",
            "7654321",
            "7400322222",
            "7400311111",
            "7400333333",
            "7400344444",
            "07400 322222",
            "unbearable",
            "desperate",
            "listening to you",
            "half past seven",
            "from the page",
            "typed by hand",
            "who is this");

    @Inject
    Jdbi jdbi;

    private final SignedWebhook webhook = new SignedWebhook();
    private Leaks leaks;

    @BeforeEach
    void listen() {
        leaks = new Leaks(jdbi);
    }

    @AfterEach
    void stop_listening() {
        leaks.close();
    }

    @Test
    void nothing_that_came_in_by_any_door_is_in_clear() {
        roster();
        Phone perdita = phone(PERDITA);
        Phone zelda = phone(ZELDA);
        asks(perdita);
        String relay = last(perdita);
        perdita.texts(relay, "Hello, the ward is unbearable and I feel desperate");
        zelda.texts(relay, "I am listening to you");
        peersWords(zelda, relay);
        call(perdita, zelda, relay);
        others(relay);
        pages();
        doors();
        mistakes();

        leaks.holdNone(
                PERSONAL,
                "first_text_relayed",
                "privacy_agreed",
                "person_exported",
                "peer_read",
                "http_server_requests");
    }

    private static String last(Phone phone) {
        var received = phone.received();
        return received.get(received.size() - 1).from();
    }

    private void roster() {
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

    private void asks(Phone perdita) {
        perdita.texts(SERVICE, "Hello, I feel desperate");
        perdita.texts(SERVICE, "Perdita Larkspur");
        perdita.texts(SERVICE, "3 March 1987");
        perdita.texts(SERVICE, "Foundation doctor");
        perdita.texts(SERVICE, "77 Nightingale Crescent, Leeds LS6 2AB");
        perdita.texts(SERVICE, "Dr Tobias Wren");
        assertEquals(
                "ASSIGNED",
                jdbi.withHandle(handle -> handle.select("select status from support_request")
                        .mapTo(String.class)
                        .one()));
    }

    private void peersWords(Phone zelda, String relay) {
        for (String word : List.of("LIST", "CASES", "STATUS", "HELP", "HELPME", "who is this")) {
            zelda.texts(SERVICE, word);
        }
        zelda.texts(relay, "HELP");
    }

    private void call(Phone perdita, Phone zelda, String relay) {
        zelda.texts(relay, "CALL tomorrow 19:00");
        perdita.texts(relay, "OK");
        String call = ApiKeys.bearer(tokenOf(ZELDA))
                .body(Map.of(
                        "startsAt",
                        programme
                                .now()
                                .plus(Duration.ofHours(32))
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString()))
                .post("/v1/assignments/" + one("select id::text from assignment") + "/calls")
                .path("id");
        ApiKeys.as(Role.INTAKE)
                .body(Map.of("onBehalfOf", "REQUESTER"))
                .post("/v1/calls/" + call + "/accept")
                .then()
                .statusCode(200);
        programme.settle();
        perdita.texts(relay, "could it be half past seven instead?");
        programme.pass(Duration.ofHours(33));
        rings(PERDITA, relay);
        rings(ZELDA, relay);
        rings(STRANGER, relay);
        rings(STRANGER, SERVICE);
        programme.pass(Duration.ofHours(3));
        zelda.texts(relay, "YES 30");
    }

    private void rings(String from, String to) {
        var form = new LinkedHashMap<String, String>();
        form.put("AccountSid", FakeTwilio.ACCOUNT_SID);
        form.put("CallSid", "CA" + "0123456789abcdef".repeat(2));
        form.put("From", from);
        form.put("To", to);
        form.put("CallStatus", "ringing");
        form.put("ApiVersion", "2010-04-01");
        form.put("Direction", "inbound");
        webhook.post(VOICE, form);
    }

    private void others(String relay) {
        phone(STRANGER).texts(relay, "who is this, Perdita Larkspur?");
        Phone benedick = phone(BENEDICK);
        benedick.texts(SERVICE, "Hello");
        benedick.texts(SERVICE, "Benedick Fairweather");
        benedick.texts(SERVICE, "STOP");
        benedick.texts(SERVICE, "START");
        benedick.texts(SERVICE, "Hello");
        benedick.texts(SERVICE, "Benedick Fairweather");
    }

    private void pages() {
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

    private void doors() {
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
        ApiKeys.bearer(tokenOf(ZELDA)).get("/v1/me/export").then().statusCode(200);
    }

    private void mistakes() {
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

    private String one(String query) {
        return jdbi.withHandle(
                handle -> handle.select(query + " limit 1").mapTo(String.class).one());
    }
}
