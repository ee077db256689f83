package org.peerline.console.lists;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Every list can be narrowed down to one request, is paged, and keeps itself up to date. */
@PeerlineTest
class ListsByReferenceTest extends RestWorld {
    private static final Pattern LIVE = Pattern.compile("hx-get=\"/base([^\"]+)\"[^>]*Peerline-Live\":\"([0-9a-f]+)\"");

    /** Each list with its live part's address. */
    private static final String[] LISTS = {
        "/console/requests", "/console/tasks", "/console/calls", "/console/texts", "/console/roster", "/console/numbers"
    };

    @Inject
    Jdbi database;

    private ConsoleSession coordinator;
    private String sams;
    private String alexs;

    @BeforeEach
    void two_requests_with_everything() {
        programme.peer(Samples.amara());
        sams = opens(Samples.sam()).getString("reference");
        alexs = opens(Samples.request("Alex Example", "+447400200002")).getString("reference");
        sam().texts(relayNumber(sams), "HELP");
        phone("+447400200002").texts(relayNumber(alexs), "HELP");
        database.useHandle(handle -> handle.execute("update message set status = 'FAILED'"));
        coordinator = ConsoleSession.as(Role.COORDINATOR);
    }

    @Test
    void every_list_shows_one_request_by_its_reference_however_it_is_typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("/console/requests", sams.toLowerCase());
        typed.put("/console/tasks", sams.substring(3));
        typed.put("/console/texts", " " + sams);
        typed.forEach((list, reference) -> {
            String page = coordinator
                    .page()
                    .queryParam("reference", reference)
                    .get(list)
                    .then()
                    .statusCode(200)
                    .body(containsString("/console/requests/" + sams))
                    .extract()
                    .asString();
            assertFalse(page.contains(alexs), list + " shows another request too");
        });
        coordinator.page().get("/console/roster?reference=" + sams).then().body(containsString("Dr Amara N"));
        String number = relayNumber(sams);
        coordinator.page().get("/console/numbers?reference=" + sams).then().body(containsString(number));
        assertEquals(
                1,
                coordinator
                                .page()
                                .get("/console/numbers?reference=" + sams)
                                .asString()
                                .split("<td>\\+44")
                                .length
                        - 1);
        for (String list : LISTS) {
            coordinator
                    .page()
                    .get(list + "?reference=PS-000000")
                    .then()
                    .statusCode(200)
                    .body(allOf(
                            containsString("There is no such request"),
                            containsString("Show all"),
                            not(containsString(alexs))));
        }
    }

    @Test
    void calls_of_one_request_are_shown_whenever_they_are() {
        String relay = relayNumber(sams);
        sam().texts(relay, "Hello Amara");
        phone(Samples.AMARAS_NUMBER).texts(relay, "CALL 3 Dec 1pm");
        coordinator.page().get("/console/calls").then().body(not(containsString(sams)));
        coordinator.page().get("/console/calls?reference=" + sams).then().body(containsString(sams));
        coordinator.page().get("/console/calls?reference=" + alexs).then().body(not(containsString(alexs + "</a>")));
    }

    @Test
    void every_list_says_nothing_while_nothing_has_changed_and_is_sent_anew_when_something_has() {
        Map<String, Matcher> parts = new LinkedHashMap<>();
        for (String list : LISTS) {
            Matcher live = LIVE.matcher(coordinator.page().get(list).asString());
            assertTrue(live.find(), list);
            parts.put(list, live);
            asks(live, 204);
        }
        String relay = relayNumber(sams);
        sam().texts(relay, "Hello Amara");
        phone(Samples.AMARAS_NUMBER).texts(relay, "CALL tomorrow 1pm");
        String jos = opens(Samples.request("Jo Sample", "+447400200003")).getString("reference");
        phone("+447400200003").texts(relayNumber(jos), "HELP");
        database.useHandle(handle -> handle.execute("update message set status = 'FAILED'"));
        parts.forEach((list, live) -> asks(live, 200));
    }

    @Test
    void what_a_page_asks_for_by_itself_is_a_read_of_a_peer_only_when_somebody_is_shown_anew() {
        Matcher live = LIVE.matcher(coordinator.page().get("/console/roster").asString());
        assertTrue(live.find());
        long before = reads();
        asks(live, 204);
        assertEquals(before, reads());
        opens(Samples.request("Jo Sample", "+447400200003"));
        asks(live, 200);
        assertTrue(reads() > before);
    }

    private long reads() {
        return database.withHandle(
                handle -> handle.select("select count(*) from audit_event where action = 'PEER_READ'")
                        .mapTo(Long.class)
                        .one());
    }

    private void asks(Matcher live, int status) {
        coordinator
                .page()
                .urlEncodingEnabled(false)
                .header("HX-Request", "true")
                .header("Peerline-Live", live.group(2))
                .get(live.group(1).replace("&amp;", "&"))
                .then()
                .statusCode(status);
    }

    private String relayNumber(String reference) {
        return database.withHandle(handle -> handle.select(
                        "select a.relay_number from assignment a join support_request r on r.id = a.request_id"
                                + " where r.reference = ? and a.status = 'OPEN'",
                        reference)
                .mapTo(String.class)
                .one());
    }
}
