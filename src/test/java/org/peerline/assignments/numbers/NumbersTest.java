package org.peerline.assignments.numbers;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

@PeerlineTest
class NumbersTest extends RestWorld {
    private static final String BENS_NUMBER = "+447400300002";

    @Inject
    NumberGauges gauges;

    private String request;
    private String relay;

    @BeforeEach
    void amara_has_sams_request() {
        programme.peer(Samples.amara());
        request = opens(Samples.sam()).getString("id");
        relay = sam().receives("Dr Amara N").from();
    }

    private JsonPath numbers() {
        return ApiKeys.as(Role.COORDINATOR)
                .filter(Contract.held())
                .get("/v1/numbers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int of(JsonPath numbers, String relay, String what) {
        return numbers.getInt("relayNumbers.find { it.number == '" + relay + "' }." + what);
    }

    @Test
    void number_is_in_use_then_rests_then_is_free() {
        JsonPath before = numbers();
        int pool = before.getInt("pool");
        assertEquals(1, of(before, relay, "inUse"));
        assertEquals(pool - 1, before.getInt("headRoom"));

        closes(request);
        JsonPath resting = numbers();
        assertEquals(0, of(resting, relay, "inUse"));
        assertEquals(1, of(resting, relay, "quarantined"));
        assertEquals(pool - 1, resting.getInt("headRoom"));

        programme.pass(Duration.ofDays(15));
        JsonPath free = numbers();
        assertEquals(0, of(free, relay, "quarantined"));
        assertEquals(pool, free.getInt("headRoom"));
        assertEquals(0, free.getInt("waitingForANumber"));
    }

    @Test
    void head_room_is_that_of_the_busiest_person_however_many_share_the_numbers() {
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"));
        opens(Samples.request("Alex Reid", "+447400200002"));
        opens(Samples.request("Kit Shaw", "+447400200003"));
        JsonPath numbers = numbers();
        assertEquals(2, numbers.getInt("takenByTheBusiest"));
        assertEquals(numbers.getInt("pool") - 2, numbers.getInt("headRoom"));
        assertEquals(
                3,
                numbers.getList("relayNumbers.inUse", Integer.class).stream()
                        .mapToInt(i -> i)
                        .sum());
    }

    @Test
    void answer_has_the_form_of_its_example_and_administrators_see_it_too() {
        String answer = ApiKeys.asAdmin()
                .filter(Contract.held())
                .get("/v1/numbers")
                .then()
                .statusCode(200)
                .body("relayNumbers.configured", everyItem(is(true)))
                .extract()
                .asString();
        assertEquals(Contract.form(Contract.example("assignments/getNumbers-response")), Contract.form(answer));
        ApiKeys.as(Role.INTAKE).get("/v1/numbers").then().statusCode(403);
    }

    @Test
    void head_room_is_a_metric() {
        gauges.look();
        String metrics = RestAssured.get("/q/metrics").asString();
        assertTrue(
                metrics.contains(
                        "peerline_relay_numbers_headroom " + (float) numbers().getInt("headRoom")),
                metrics);
    }

    @Test
    void late_text_to_an_ended_or_resting_number_reaches_nobody() {
        closes(request);
        Phone sam = phone(Samples.SAMS_NUMBER);
        long before = amaras();
        int sams = sam.received().size();

        sam.texts(relay, "One more thing, Amara");
        programme.pass(Duration.ofDays(13));
        sam.texts(relay, "And another");
        programme.pass(Duration.ofDays(30));
        sam.texts(relay, "Still me");

        assertEquals(before, amaras(), "nothing for the former peer");
        assertEquals(sams + 3, sam.received().size());
        assertTrue(
                sam.received().stream().skip(sams).allMatch(text -> text.body().contains("was not passed on")));
    }

    @Test
    void late_text_lets_the_number_rest_anew() {
        closes(request);
        programme.pass(Duration.ofDays(13));
        phone(Samples.SAMS_NUMBER).texts(relay, "One more thing");
        programme.pass(Duration.ofDays(13));
        assertEquals(1, of(numbers(), relay, "quarantined"));
    }

    @Test
    void late_text_to_the_former_number_says_where_the_new_peer_is() {
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"));
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("reason", "REQUESTER_ASKED"))
                .post("/v1/requests/" + request + "/reassign")
                .then()
                .statusCode(200);
        Phone sam = phone(Samples.SAMS_NUMBER);
        programme.settle();
        long before = amaras();

        sam.texts(relay, "Hello?");

        String answer = sam.received().get(sam.received().size() - 1).body();
        assertTrue(answer.contains("was not passed on") && answer.contains("To reach Dr Ben T"), answer);
        assertEquals(before, amaras());
        assertEquals(0, phone(BENS_NUMBER).received().size());
    }

    private long amaras() {
        return phone(Samples.AMARAS_NUMBER).received().size();
    }
}
