package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    static final String PERDITA = "+447400322222";
    static final String ZELDA = "+447400311111";
    private static final String BENEDICK = "+447400333333";
    static final String STRANGER = "+447400344444";
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
    private StaffAtEveryDoor staff;

    @BeforeEach
    void listen() {
        leaks = new Leaks(jdbi);
        staff = new StaffAtEveryDoor(jdbi);
    }

    @AfterEach
    void stop_listening() {
        leaks.close();
    }

    @Test
    void nothing_that_came_in_by_any_door_is_in_clear() {
        staff.roster();
        Phone perdita = phone(PERDITA);
        Phone zelda = phone(ZELDA);
        asks(perdita);
        String relay = last(perdita);
        perdita.texts(relay, "Hello, the ward is unbearable and I feel desperate");
        zelda.texts(relay, "I am listening to you");
        peersWords(zelda, relay);
        call(perdita, zelda, relay);
        others(relay);
        staff.pages();
        staff.doors(tokenOf(ZELDA));
        staff.mistakes();

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
                .post("/v1/assignments/" + staff.one("select id::text from assignment") + "/calls")
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
}
