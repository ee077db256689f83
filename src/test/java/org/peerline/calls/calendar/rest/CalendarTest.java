package org.peerline.calls.calendar.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.ApiKeys.bearer;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.model.component.VEvent;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.Contract;
import org.peerline.testkit.Ical;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;
import org.peerline.testkit.SignedIn;

@PeerlineTest
class CalendarTest {
    @Inject
    Programme programme;

    @Inject
    Pairs pairs;

    @Inject
    SignedIn signedIn;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void monday_morning() {
        programme.reset();
    }

    @Test
    void an_agreed_call_is_in_the_feed_moves_in_it_and_stays_as_cancelled() {
        Pair pair = pairs.newPair();
        String path = open(token(pair));
        pair.text(PEER, "CALL tomorrow 7pm");
        assertEquals(List.of(), events(path), "a suggestion is no call yet");
        pair.text(REQUESTER, "OK");
        VEvent agreed = events(path).get(0);
        assertEquals("20261124T190000Z", Ical.value(agreed, "DTSTART"));
        assertEquals("CONFIRMED 0", state(agreed));
        assertEquals("Call " + pair.reference(), Ical.value(agreed, "SUMMARY"));

        pair.text(REQUESTER, "MOVE Wed 8pm").text(PEER, "OK");
        List<VEvent> moved = events(path);
        assertEquals(1, moved.size());
        assertEquals(Ical.value(agreed, "UID"), Ical.value(moved.get(0), "UID"));
        assertEquals("20261125T200000Z", Ical.value(moved.get(0), "DTSTART"));
        assertEquals("CONFIRMED 1", state(moved.get(0)));

        pair.text(PEER, "DROP");
        VEvent off = events(path).get(0);
        assertEquals(Ical.value(agreed, "UID"), Ical.value(off, "UID"));
        assertEquals("CANCELLED 2", state(off));
    }

    @Test
    void no_requester_and_no_number_is_named() {
        Pair pair = pairs.newPair();
        String path = open(token(pair));
        pair.text(PEER, "CALL tomorrow 7pm").text(REQUESTER, "OK");
        String feed = given().get(path).then().statusCode(200).extract().asString();
        for (String telling : List.of("Sam", "Okafor", pair.number(REQUESTER).e164(), "+44")) {
            assertFalse(feed.contains(telling), telling);
        }
    }

    @Test
    void a_call_that_changed_hands_is_off_in_the_first_peers_calendar() {
        Pair pair = pairs.newPair();
        String path = open(token(pair));
        pair.text(PEER, "CALL tomorrow 7pm").text(REQUESTER, "OK");
        pair.text(REQUESTER, "CHANGE").text(REQUESTER, "OK");
        assertEquals("CANCELLED 1", state(events(path).get(0)));
    }

    @Test
    void a_new_address_closes_the_old_one_and_no_address_is_known_here() {
        Pair pair = pairs.newPair();
        String token = token(pair);
        bearer(token).filter(Contract.held()).get("/v1/me/calendar").then().statusCode(404);
        String first = open(token);
        String second = open(token);
        assertNotEquals(first, second);
        closed(first);
        events(second);
        bearer(token).filter(Contract.held()).get("/v1/me/calendar").then().statusCode(200);
        int stored = jdbi.withHandle(handle -> handle.select(
                        "select count(*) from calendar_token where encode(token_hash, 'escape') like '%pc_%'")
                .mapTo(Integer.class)
                .one());
        assertEquals(0, stored);
        bearer(token).filter(Contract.held()).delete("/v1/me/calendar").then().statusCode(204);
        closed(second);
        bearer(token).delete("/v1/me/calendar").then().statusCode(404);
    }

    @Test
    void program_that_asks_without_end_is_told_to_wait_and_no_other_peers_program_is() {
        String path = open(token(pairs.newPair()));
        events(path);
        jdbi.useHandle(handle -> handle.execute(
                "update rate_limit set whole_at = ? where name = 'FEED_PER_TOKEN'",
                programme.now().plus(Duration.ofMinutes(61))));

        given().get(path)
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .contentType("application/problem+json");

        events(open(token(pairs.newPair())));
        assertEquals(
                List.of(),
                jdbi.withHandle(handle -> handle.select("select key from rate_limit where key like '%pc\\_%'")
                        .mapTo(String.class)
                        .list()),
                "the token itself");
    }

    @Test
    void whoever_leaves_the_roster_leaves_no_feed_behind() {
        Pair pair = pairs.newPair();
        String path = open(token(pair));
        UUID peer = pair.peer();
        jdbi.useHandle(handle -> handle.execute("update peer set status = 'RETIRED' where id = ?", peer));
        closed(path);
    }

    @Test
    void a_calendar_token_opens_no_other_door_and_no_other_credential_opens_a_feed() {
        String session = token(pairs.newPair());
        String path = open(session);
        bearer(path.replaceFirst(".*token=", "")).get("/v1/me").then().statusCode(401);
        closed("/v1/me/calendar.ics?token=" + session);
        closed("/v1/me/calendar.ics?token=");
        given().filter(Contract.answersHeld())
                .get("/v1/me/calendar.ics")
                .then()
                .statusCode(404)
                .body("status", is(404));
    }

    private String token(Pair pair) {
        return signedIn.with(pair.peer(), pair.number(PEER)).token();
    }

    private static String open(String token) {
        return bearer(token)
                .filter(Contract.held())
                .post("/v1/me/calendar")
                .then()
                .statusCode(201)
                .header("Cache-Control", is("no-store"))
                .extract()
                .path("path");
    }

    private static List<VEvent> events(String path) {
        String feed = given().get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/calendar"))
                .extract()
                .asString();
        assertTrue(feed.startsWith("BEGIN:VCALENDAR"));
        return Ical.events(Ical.read(feed));
    }

    private static void closed(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    private static String state(VEvent event) {
        return Ical.value(event, "STATUS") + " " + Ical.value(event, "SEQUENCE");
    }
}
