package org.peerline.assignments.waiting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.Samples;

/** Whoever waits is told why, and is served the moment somebody would do. */
@PeerlineTest
class WaitingListTest extends WaitingWorld {
    private static final String SERVICE = FakeTwilioResource.SERVICE_NUMBER;

    private JsonPath wishing(Map<String, Object> wishes) {
        var sam = Samples.sam();
        sam.put("wishes", wishes);
        return opens(sam);
    }

    private static PeerProfile busy(PeerProfile peer, int capacity, int monthlyCap) {
        return peer.offering(peer.offer().withCapacity(capacity).withMonthlyCap(monthlyCap));
    }

    @Test
    void a_must_that_nobody_meets_is_named_and_so_is_that_dropping_it_would_help() {
        var sam = sam();
        programme.peer(Samples.amara());

        String id = wishing(Map.of("gender", "MALE", "specialty", "Surgery", "musts", List.of("gender")))
                .getString("id");

        sam.receives("nobody who meets your wishes", "keep your place", "do without the gender you asked for, or");
        sam.texts(SERVICE, "STATUS")
                .receives("nobody who meets your wishes", "do without the gender you asked for, or");
        read(id, Role.COORDINATOR)
                .body("waiting.reason", is("ALL_EXCLUDED"))
                .body("waiting.rule", is("MUST_GENDER"))
                .body("waiting.droppingWouldHelp", contains("gender"))
                .body("waiting.together", is(false));
        read(id, Role.INTAKE).body("waiting.rule", nullValue()).body("waiting.droppingWouldHelp", contains("gender"));
        ApiKeys.as(Role.COORDINATOR).get("/v1/tasks").then().body("items.kind", hasItem("NOBODY_WOULD_DO"));
        close(id);
        programme.settle();
        sam.receives("closed");
        ApiKeys.as(Role.COORDINATOR).get("/v1/tasks").then().body("items", empty());
    }

    @Test
    void musts_that_only_all_together_keep_everybody_away_are_named_together() {
        programme.peer(Samples.amara());

        String id = wishing(Map.of("gender", "MALE", "specialty", "Surgery", "musts", List.of("gender", "specialty")))
                .getString("id");

        sam().receives("do without the specialty you asked for and the gender you asked for, or");
        read(id, Role.COORDINATOR)
                .body("waiting.droppingWouldHelp", contains("specialty", "gender"))
                .body("waiting.together", is(true));
    }

    @Test
    void coordinators_see_in_numbers_whom_the_roster_lacks() {
        programme.peer(Samples.withCapacity(Samples.amara(), 1));
        opens(Samples.request("Ann Lee", "+447400200009"));
        phone("+447400200009").receives("Amara");
        wishing(Map.of("specialty", "Surgery", "musts", List.of("specialty")));
        opens(Samples.request("Tom Price", "+447400200008"));
        Phone sam = sam();
        sam.receives("we have nobody yet");
        sam.texts(SERVICE, "STATUS").receives("we have nobody yet");
        Phone tom = phone("+447400200008");
        tom.receives("nobody is free");
        tom.texts(SERVICE, "STATUS").receives("Nobody is free yet");

        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requests/waiting-summary")
                .then()
                .statusCode(200)
                .body("total", is(2))
                .body("reasons.rule", contains("AT_CAPACITY", "MUST_SPECIALTY"))
                .body("reasons.waiting", contains(1, 1))
                .body("musts[0].wish", is("specialty"))
                .body("musts[0].value", is("surgery"))
                .body("musts[0].droppingWouldHelp", is(0));
        ApiKeys.as(Role.INTAKE).get("/v1/requests/waiting-summary").then().statusCode(403);
    }

    @Test
    void coordinator_is_asked_when_the_only_one_who_would_do_leaves_and_no_more_when_somebody_else_would() {
        UUID amara = programme.peer(Samples.withCapacity(Samples.amara(), 1));
        opens(Samples.request("Ann Lee", "+447400200009"));
        String waits = wishing(Map.of("specialty", "General practice", "musts", List.of("specialty")))
                .getString("id");
        sam().receives("nobody is free");
        read(waits, Role.COORDINATOR).body("waiting.rule", is("AT_CAPACITY"));
        ApiKeys.as(Role.COORDINATOR).get("/v1/tasks").then().body("items", empty());
        var surgeon = Samples.newPeer();
        surgeon.put("specialty", "Surgery");
        ApiKeys.as(Role.COORDINATOR).body(surgeon).post("/v1/peers").then().statusCode(201);
        programme.settle();

        ApiKeys.as(Role.COORDINATOR)
                .header("If-Match", "*")
                .body("{\"status\": \"RETIRED\"}")
                .patch("/v1/peers/" + amara)
                .then()
                .statusCode(200);
        programme.pass(Duration.ofMinutes(11));

        read(waits, Role.COORDINATOR).body("waiting.rule", is("MUST_SPECIALTY"));
        ApiKeys.as(Role.COORDINATOR).get("/v1/tasks").then().body("items.kind", contains("NOBODY_WOULD_DO"));
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", "+447400300002", "7000002"));
        programme.settle();
        ApiKeys.as(Role.COORDINATOR).get("/v1/tasks").then().body("items", empty());
        twilio.reset();
    }

    @Test
    void whom_a_peer_keeps_away_from_is_not_given_to_them_and_nobody_is_told() {
        var sam = sam();
        var peer = Samples.newPeer();
        peer.put("avoid", Map.of("names", List.of("Dr S. Okafor"), "employers", List.of("York Hospital")));
        String id = ApiKeys.as(Role.COORDINATOR)
                .body(peer)
                .post("/v1/peers")
                .then()
                .statusCode(201)
                .body("avoid.names", contains("Dr S. Okafor"))
                .extract()
                .path("id");

        String waits = opens(Samples.sam()).getString("id");

        sam.receives("we have nobody yet");
        read(waits, Role.COORDINATOR).body("waiting.rule", is("KEPT_APART"));
        String etag = ApiKeys.as(Role.COORDINATOR).get("/v1/peers/" + id).header("ETag");
        ApiKeys.as(Role.COORDINATOR)
                .header("If-Match", etag)
                .body("{\"avoid\": null}")
                .patch("/v1/peers/" + id)
                .then()
                .statusCode(200)
                .body("avoid.names", empty());
        programme.settle();
        sam.receives("Robin A");
    }

    @Test
    void whoever_is_avoided_by_the_name_that_requesters_see_is_not_given_to_them() {
        programme.peer(Samples.amara());
        var avoiding = Samples.sam();
        avoiding.put("avoid", Map.of("names", List.of("Dr Amara N")));

        String waits = opens(avoiding).getString("id");

        sam().receives("we have nobody yet");
        read(waits, Role.COORDINATOR).body("waiting.rule", is("KEPT_APART"));
    }

    @Test
    void a_place_goes_to_whoever_came_first_among_those_whom_the_peer_may_be_given() {
        UUID amara = programme.peer(Samples.withCapacity(Samples.amara(), 1));
        String first = opens(Samples.request("Ann Lee", "+447400200009")).getString("id");
        phone("+447400200009").receives("Amara");
        String picky = wishing(Map.of("specialty", "Surgery", "musts", List.of("specialty")))
                .getString("id");
        String second = opens(Samples.request("Tom Price", "+447400200008")).getString("id");
        String third = opens(Samples.request("Joe Hill", "+447400200007")).getString("id");
        twilio.reset();

        close(first);
        programme.settle();

        assertEquals("WAITING", read(picky, Role.COORDINATOR).extract().path("status"));
        assertEquals("ASSIGNED", read(second, Role.COORDINATOR).extract().path("status"));
        assertEquals("WAITING", read(third, Role.COORDINATOR).extract().path("status"));
        int open = jdbi.withHandle(handle -> handle.select("select open_assignments from peer where id = ?", amara)
                .mapTo(int.class)
                .one());
        assertEquals(1, open);
        twilio.reset();
    }

    @Test
    void monthly_cap_gives_room_again_when_the_oldest_is_thirty_days_ago() {
        programme.peer(busy(Samples.amara(), 5, 1));
        opens(Samples.request("Ann Lee", "+447400200009"));
        var ann = phone("+447400200009");
        ann.receives("Amara");
        ann.replies("Hello");
        var amara = amara();
        amara.receives("Hello");
        amara.replies("Hello Ann");
        ann.receives("Hello Ann");
        String waits = opens(Samples.sam()).getString("id");
        sam().receives("nobody is free");
        read(waits, Role.COORDINATOR).body("waiting.rule", is("AT_MONTHLY_CAP"));
        twilio.reset();

        programme.pass(Duration.ofDays(30).minusMinutes(1));
        assertEquals("WAITING", read(waits, Role.COORDINATOR).extract().path("status"));
        programme.pass(Duration.ofMinutes(2));

        assertEquals("ASSIGNED", read(waits, Role.COORDINATOR).extract().path("status"));
        twilio.reset();
    }

    @Test
    void cap_that_was_lowered_gives_room_again_too() {
        UUID peer = programme.peer(busy(Samples.amara(), 5, 2));
        opens(Samples.request("Ann Lee", "+447400200009"));
        var ann = phone("+447400200009");
        ann.receives("Amara");
        ann.replies("Hello");
        var amara = amara();
        amara.receives("Hello");
        amara.replies("Hello Ann");
        ann.receives("Hello Ann");
        ApiKeys.as(Role.COORDINATOR)
                .header("If-Match", "\"0\"")
                .body(Map.of("monthlyCap", 1))
                .patch("/v1/peers/" + peer)
                .then()
                .statusCode(200);
        String waits = opens(Samples.sam()).getString("id");
        sam().receives("nobody is free");
        read(waits, Role.COORDINATOR).body("waiting.rule", is("AT_MONTHLY_CAP"));

        boolean noted = jdbi.withHandle(
                handle -> handle.select("select room_again_at = recent[1] + interval '720 hours' from peer")
                        .mapTo(Boolean.class)
                        .one());
        assertEquals(true, noted);
        twilio.reset();
    }

    @Test
    void peer_who_can_be_reached_again_is_given_to_whoever_waits() {
        programme.peer(Samples.amara());
        amara().texts(FakeTwilioResource.SERVICE_NUMBER, "STOP");
        String waits = opens(Samples.sam()).getString("id");
        sam().receives("nobody is free");

        amara().texts(FakeTwilioResource.SERVICE_NUMBER, "START");
        programme.pass(Duration.ofSeconds(1));

        assertEquals("ASSIGNED", read(waits, Role.COORDINATOR).extract().path("status"));
        twilio.reset();
    }

    @Test
    void nobody_is_assigned_to_a_peer_on_a_day_away_and_whoever_waits_is_the_day_after() {
        var sam = sam();
        UUID amara = programme.peer(Samples.amara());
        jdbi.useHandle(handle -> handle.execute(
                "insert into peer_away (peer_id, starts_on, ends_on) values (?, '2026-11-20', '2026-11-24')", amara));
        String waits = opens(Samples.sam()).getString("id");
        sam.receives("nobody is free");
        read(waits, Role.COORDINATOR)
                .body("waiting.reason", is("NOBODY_AVAILABLE"))
                .body("waiting.rule", is("AWAY"));

        programme.pass(Duration.ofHours(37));
        assertEquals("WAITING", read(waits, Role.COORDINATOR).extract().path("status"));
        programme.pass(Duration.ofHours(1));

        assertEquals("ASSIGNED", read(waits, Role.COORDINATOR).extract().path("status"));
        // It is midnight: the place is kept at once, and told in the morning.
        sam.receivesNothingMore();
        programme.pass(Duration.ofHours(8));
        sam.receives("Amara");
    }
}
