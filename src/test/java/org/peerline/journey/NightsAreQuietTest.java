package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.Samples;

/**
 * A place is kept at any hour; the news of it waits until people are awake, unless they have just shown that they are.
 */
@PeerlineTest
class NightsAreQuietTest extends Journey {
    private static final Instant EVENING = Instant.parse("2026-11-23T20:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-24T03:00:00Z");
    private static final String MORNING = "2026-11-24T08:00:00Z";
    private static final String BENS_NUMBER = "+447400300002";

    private static PeerProfile benAlone() {
        return Samples.withCapacity(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"), 1);
    }

    private Phone ben() {
        return phone(BENS_NUMBER);
    }

    /** In the evening nobody was free; at three Amara's pause is over. */
    private String samIsGivenAmaraAtThree() {
        UUID amara = programme.peer(Samples.amara());
        programme.timeIs(EVENING);
        pause(amara, "{\"until\": \"" + NIGHT + "\"}");
        String id = opens(Samples.sam()).getString("id");
        sam().receives("nobody is free");
        programme.pass(Duration.between(EVENING, NIGHT).plusMinutes(1));
        assertEquals("ASSIGNED", request(id).getString("status"));
        assertEquals("Dr Amara N", request(id).getString("assignment.peer.displayName"));
        return id;
    }

    private void pause(UUID peer, String body) {
        ApiKeys.as(Role.COORDINATOR)
                .body(body)
                .post("/v1/peers/" + peer + "/pause")
                .then()
                .statusCode(200);
    }

    private void retire(UUID peer) {
        ApiKeys.as(Role.COORDINATOR)
                .header("If-Match", "*")
                .body("{\"status\": \"RETIRED\"}")
                .patch("/v1/peers/" + peer)
                .then()
                .statusCode(200);
        programme.settle();
    }

    private void untilMorning() {
        programme.pass(Duration.between(programme.now(), Instant.parse(MORNING)));
    }

    @Test
    void whoever_waits_is_given_a_place_at_three_and_told_at_eight() {
        String id = samIsGivenAmaraAtThree();
        assertEquals("QUEUED", request(id).getString("assignment.detailsText.status"));
        assertEquals(MORNING, request(id).getString("assignment.detailsText.notBefore"));
        sam().receivesNothingMore();

        untilMorning();

        sam().receives("Your peer supporter is Dr Amara N");
        assertNull(request(id).getString("assignment.detailsText.notBefore"));
        sam().replies("Hello");
        amara().receives("Hello");
    }

    @Test
    void whoever_texts_in_the_night_is_awake_and_is_told_at_once() {
        samIsGivenAmaraAtThree();

        sam().replies("Anybody there?");

        sam().receivesInAnyOrder(
                        "To reach Dr Amara N, text the number that their details came from",
                        "Your peer supporter is Dr Amara N");
        untilMorning();
    }

    @Test
    void number_that_was_read_out_by_phone_works_and_brings_the_details() {
        String id = samIsGivenAmaraAtThree();

        sam().texts(request(id).getString("assignment.relayNumber"), "Hello Amara");

        sam().receives("Your peer supporter is Dr Amara N");
        amara().receives("Hello Amara");
        untilMorning();
    }

    @Test
    void coordinator_who_sends_the_details_sends_them_once_and_now() {
        String id = samIsGivenAmaraAtThree();

        ApiKeys.as(Role.COORDINATOR)
                .post("/v1/requests/" + id + "/details-text")
                .then()
                .statusCode(200);

        sam().receives("Your peer supporter is Dr Amara N");
        untilMorning();
    }

    @Test
    void peer_who_is_gone_again_before_the_morning_is_never_spoken_of() {
        String id = samIsGivenAmaraAtThree();
        programme.peer(benAlone());
        reassign(id);

        sam().receivesNothingMore();
        amara().receives("has been closed");
        untilMorning();

        sam().receives("Your peer supporter is Dr Ben T");
    }

    @Test
    void request_that_is_closed_before_the_morning_is_closed_and_nobody_is_announced() {
        String id = samIsGivenAmaraAtThree();

        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "WITHDRAWN"))
                .post("/v1/requests/" + id + "/close")
                .then()
                .statusCode(200);

        sam().receives("your request has been closed");
        amara().receives("has been closed");
        untilMorning();
    }

    @Test
    void peer_who_leaves_in_the_evening_is_followed_by_another_and_both_sides_hear_of_it_in_the_morning() {
        UUID amara = programme.peer(Samples.amara());
        opens(Samples.sam());
        sam().receives("Dr Amara N");
        programme.peer(benAlone());
        programme.timeIs(EVENING.plus(Duration.ofHours(2)));

        retire(amara);

        sam().receivesNothingMore();
        amara().receivesNothingMore();
        untilMorning();
        sam().receivesInAnyOrder(
                        "Another colleague will be there for you instead of Dr Amara N",
                        "Your peer supporter is Dr Ben T");
        amara().receives("has been closed");
    }

    @Test
    void call_that_ends_with_a_peer_who_leaves_at_night_is_called_off_in_the_morning_unless_it_would_be_too_late() {
        UUID amara = programme.peer(Samples.amara());
        opens(Samples.sam());
        sam().receives("Dr Amara N");
        sam().replies("Hello");
        amara().receives("Hello");
        amara().replies("CALL Thu 7pm");
        amara().receives("We have asked Sam");
        sam().receives("suggests a call");
        sam().replies("OK");
        sam().receives("Agreed by you both");
        amara().receives("Agreed by you both");
        programme.peer(benAlone());
        programme.timeIs(EVENING.plus(Duration.ofHours(2)));

        retire(amara);

        sam().receivesNothingMore();
        amara().receivesNothingMore();
        untilMorning();
        sam().receivesInAnyOrder("what was arranged will not take place", "Another colleague", "Dr Ben T");
        amara().receivesInAnyOrder("what was arranged will not take place", "has been closed");
    }

    @Test
    void whoever_texts_the_peer_who_has_left_is_told_at_once_who_is_there_now() {
        UUID amara = programme.peer(Samples.amara());
        opens(Samples.sam());
        sam().receives("Dr Amara N");
        programme.peer(benAlone());
        programme.timeIs(EVENING.plus(Duration.ofHours(2)));
        retire(amara);

        sam().replies("Are you there?");

        sam().receivesInAnyOrder(
                        "Another colleague will be there for you",
                        "To reach Dr Ben T, text the number that their details came from",
                        "Your peer supporter is Dr Ben T");
        untilMorning();
        amara().receives("has been closed");
    }

    @Test
    void when_nobody_follows_they_hear_that_they_wait_and_a_place_found_before_the_morning_makes_that_needless() {
        UUID amara = programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");
        var before = sam().receives("Dr Amara N");
        programme.timeIs(EVENING.plus(Duration.ofHours(2)));
        retire(amara);
        assertEquals("WAITING", request(id).getString("status"));
        sam().receivesNothingMore();

        sam().texts(before.from(), "Are you there?");
        sam().receivesInAnyOrder(
                        "Another colleague will be there for you",
                        "was not passed on. We have nobody else for you yet: you keep your place",
                        "nobody is free at this moment");
        programme.peer(benAlone());
        programme.settle();
        assertEquals("ASSIGNED", request(id).getString("status"));
        sam().receivesNothingMore();
        untilMorning();

        sam().receives("Your peer supporter is Dr Ben T");
        amara().receives("has been closed");
    }

    @Test
    void news_that_they_wait_is_not_sent_to_somebody_who_waits_no_more() {
        UUID amara = programme.peer(Samples.amara());
        opens(Samples.sam());
        sam().receives("Dr Amara N");
        programme.timeIs(EVENING.plus(Duration.ofHours(2)));
        retire(amara);
        programme.peer(benAlone());
        programme.settle();
        untilMorning();

        sam().receivesInAnyOrder("Another colleague will be there for you", "Your peer supporter is Dr Ben T");
        amara().receives("has been closed");
    }

    @Test
    void whoever_asks_in_the_night_is_answered_in_the_night() {
        programme.timeIs(NIGHT);
        programme.peer(benAlone());
        opens(Samples.sam());
        sam().receives("Your peer supporter is Dr Ben T");

        sam().replies("Hello");
        ben().receives("Hello");
        ben().replies("PASS");

        ben().receives("handed back");
        sam().receivesInAnyOrder("Dr Ben T cannot be there for you this time", "we have nobody yet");
    }

    @Test
    void place_that_is_free_minutes_after_somebody_asked_is_told_at_once() {
        programme.timeIs(NIGHT);
        opens(Samples.sam());
        sam().receives("nobody is free");
        programme.pass(Duration.ofMinutes(5));

        programme.peer(Samples.amara());
        programme.settle();

        sam().receives("Your peer supporter is Dr Amara N");
    }

    private void reassign(String id) {
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("reason", "OTHER"))
                .post("/v1/requests/" + id + "/reassign")
                .then()
                .statusCode(200);
        programme.settle();
    }
}
