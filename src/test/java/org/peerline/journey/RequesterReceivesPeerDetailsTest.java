package org.peerline.journey;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

@PeerlineTest
class RequesterReceivesPeerDetailsTest extends Journey {

    @Test
    void call_handler_gets_the_peers_details_and_the_requester_gets_them_by_text() {
        programme.peer(Samples.amara());

        JsonPath opened = opens(Samples.sam());

        assertEquals("ASSIGNED", opened.getString("status"));
        assertEquals("Dr Amara N", opened.getString("assignment.peer.displayName"));
        assertEquals("QUEUED", opened.getString("assignment.detailsText.status"));
        var details = sam().receives("Dr Amara N, GP", "This is the number to text", "999");
        assertEquals(opened.getString("assignment.relayNumber"), details.from());
    }

    @Test
    void details_text_is_followed_until_the_phone_has_it() {
        programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");
        assertEquals("SENT", request(id).getString("assignment.detailsText.status"));

        new SignedWebhook().status(sam().receives("Amara"), "delivered", Optional.empty());

        assertEquals("DELIVERED", request(id).getString("assignment.detailsText.status"));
    }

    @Test
    void details_text_that_cannot_arrive_is_shown_to_the_call_handler_with_its_code() {
        programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");

        new SignedWebhook().status(sam().receives("Amara"), "undelivered", Optional.of(30005));

        assertEquals("FAILED", request(id).getString("assignment.detailsText.status"));
        assertEquals("30005", request(id).getString("assignment.detailsText.errorCode"));
    }

    @Test
    void nobody_free_is_said_honestly_and_the_first_come_is_assigned_first() {
        String first = opens(Samples.sam()).getString("id");
        var second = phone("+447400200002");
        String secondId = opens(Samples.request("Priya Shah", second.number())).getString("id");
        sam().receives("nobody is free", "keep your place");
        second.receives("nobody is free", "keep your place");
        ApiKeys.as(Role.INTAKE)
                .get("/v1/requests/" + secondId)
                .then()
                .statusCode(200)
                .body("status", is("WAITING"))
                .body("assignment", nullValue())
                .body("waiting.reason", is("NOBODY_AVAILABLE"))
                .body("waiting.position", is(2));

        programme.peer(Samples.withCapacity(Samples.amara(), 1));
        programme.settle();

        sam().receives("Dr Amara N, GP");
        assertEquals("ASSIGNED", request(first).getString("status"));
        assertEquals("ALL_AT_CAPACITY", request(secondId).getString("waiting.reason"));
        assertEquals(1, request(secondId).getInt("waiting.position"));
    }

    @Test
    void somebody_on_a_shared_phone_gets_neutral_words() {
        programme.peer(Samples.amara());
        var request = Samples.sam();
        request.put("neutralWording", true);

        opens(request);

        String text = sam().receives("Amara N").body();
        assertEquals(-1, text.indexOf("peer support"));
        assertEquals(-1, text.indexOf("Dr"));
    }

    @Test
    void second_request_for_the_same_number_is_refused_with_the_reference_of_the_first() {
        programme.peer(Samples.amara());
        JsonPath first = opens(Samples.sam());
        sam().receives("Amara");

        ApiKeys.as(Role.INTAKE)
                .body(Samples.sam())
                .post("/v1/requests")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", is("request_already_open"))
                .body("detail", org.hamcrest.Matchers.containsString(first.getString("reference")));
    }

    @Test
    void reasons_are_for_staff_and_lists_show_the_request() {
        programme.peer(Samples.amara());
        JsonPath opened = opens(Samples.sam());
        sam().receives("Amara");

        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requests?status=ASSIGNED&reference=" + opened.getString("reference"))
                .then()
                .statusCode(200)
                .body("items.id", contains(opened.getString("id")))
                .body("items[0].assignment.reasons", contains("AVAILABLE_NOW", "ONLY_ONE"))
                .body("items[0].requester.contactNumber", is(Samples.SAMS_NUMBER));
        assertEquals(FakeTwilioResource.relayNumber(1), opened.getString("assignment.relayNumber"));
    }

    @Test
    void whoever_waits_goes_before_somebody_new_when_a_place_is_free() {
        programme.peer(Samples.withCapacity(Samples.amara(), 1));
        String first = opens(Samples.sam()).getString("id");
        sam().receives("Amara");
        var waiting = phone("+447400200002");
        String waits = opens(Samples.request("Priya Shah", waiting.number())).getString("id");
        waiting.receives("nobody is free");
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "COMPLETED"))
                .post("/v1/requests/" + first + "/close")
                .then()
                .statusCode(200);

        var somebodyNew = phone("+447400200003");
        JsonPath opened = opens(Samples.request("Tom Price", somebodyNew.number()));

        assertEquals("WAITING", opened.getString("status"));
        assertEquals("ASSIGNED", request(waits).getString("status"));
        waiting.receives("Dr Amara N");
        somebodyNew.receives("nobody is free");
        sam().receives("has ended");
        amara().receives("has been closed");
    }

    @Test
    void many_requests_at_once_are_all_opened_and_nobody_gets_more_than_they_offered() throws Exception {
        programme.peer(Samples.withCapacity(Samples.amara(), 3));
        String key = ApiKeys.with(Role.INTAKE);
        var callHandlers = Executors.newFixedThreadPool(40);
        List<Callable<String>> calls = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            var request = Samples.request("Caller Number", "+4474002%05d".formatted(100 + n));
            calls.add(() -> ApiKeys.bearer(key)
                    .body(request)
                    .post("/v1/requests")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("status"));
        }
        int assigned = 0;
        try {
            for (var answer : callHandlers.invokeAll(calls)) {
                assigned += answer.get().equals("ASSIGNED") ? 1 : 0;
            }
        } finally {
            callHandlers.shutdown();
        }
        programme.settle();

        assertEquals(3, assigned);
        twilio.reset();
    }
}
