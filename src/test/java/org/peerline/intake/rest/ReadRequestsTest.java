package org.peerline.intake.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

@PeerlineTest
class ReadRequestsTest extends RestWorld {
    private static final String BENS_NUMBER = "+447400300002";
    private static final String PRIYAS_NUMBER = "+447400200002";

    @Test
    void request_is_read_by_id_and_by_reference_as_people_write_it() {
        programme.peer(Samples.amara());
        JsonPath opened = opens(Samples.sam());
        String reference = opened.getString("reference");

        String answer = ApiKeys.as(Role.INTAKE)
                .filter(Contract.held())
                .get("/v1/requests/" + opened.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertEquals(Contract.form(Contract.example("intake/getRequest-response")), Contract.form(answer));
        for (String written : List.of(reference, reference.toLowerCase(Locale.ROOT))) {
            ApiKeys.as(Role.COORDINATOR)
                    .filter(Contract.held())
                    .get("/v1/requests/" + written)
                    .then()
                    .statusCode(200)
                    .body("id", is(opened.getString("id")));
        }
    }

    @Test
    void list_has_the_form_of_the_example_and_comes_in_pages() {
        programme.peer(Samples.withCapacity(Samples.amara(), 1));
        String first = opens(Samples.sam()).getString("id");
        String second = opens(Samples.request("Priya Shah", PRIYAS_NUMBER)).getString("id");

        String all = ApiKeys.as(Role.COORDINATOR)
                .filter(Contract.held())
                .get("/v1/requests")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(first, second)))
                .body("items.status", equalTo(List.of("ASSIGNED", "WAITING")))
                .body("nextCursor", nullValue())
                .extract()
                .asString();
        assertEquals(Contract.form(Contract.example("intake/listRequests-response")), Contract.form(all));

        String cursor = page("?limit=1", first).getString("nextCursor");
        assertEquals(null, page("?limit=1&cursor=" + cursor, second).getString("nextCursor"));
        page("?status=WAITING", second);
    }

    private static JsonPath page(String query, String only) {
        return ApiKeys.as(Role.INTAKE)
                .filter(Contract.held())
                .get("/v1/requests" + query)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(only)))
                .extract()
                .jsonPath();
    }

    @Test
    void filters_that_are_none_are_named() {
        ApiKeys.as(Role.COORDINATOR)
                .filter(Contract.answersHeld())
                .get("/v1/requests?reference=nonsense")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("reference")));
        ApiKeys.as(Role.COORDINATOR)
                .filter(Contract.answersHeld())
                .get("/v1/requests?status=FINISHED")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", equalTo(List.of("status")));
    }

    @Test
    void peer_sees_only_the_requests_that_are_with_them_and_nobodys_number() {
        programme.peer(Samples.withCapacity(Samples.amara(), 1));
        programme.peer(Samples.withCapacity(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"), 1));
        JsonPath sams = opens(Samples.sam());
        JsonPath priyas = opens(Samples.request("Priya Shah", PRIYAS_NUMBER));
        assertEquals("Dr Amara N", sams.getString("assignment.peer.displayName"));
        String amara = tokenOf(Samples.AMARAS_NUMBER);

        ApiKeys.bearer(amara)
                .filter(Contract.held())
                .get("/v1/requests")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(sams.getString("id"))))
                .body("items.requester.name", equalTo(List.of("Sam")))
                .body("items[0].requester.contactNumber", nullValue())
                .body("items[0].assignment.reasons", nullValue())
                .body(not(containsString("200001")))
                .body(not(containsString("Okafor")));
        ApiKeys.bearer(amara)
                .filter(Contract.held())
                .get("/v1/requests/" + sams.getString("id"))
                .then()
                .statusCode(200)
                .body("requester.name", is("Sam"))
                .body(not(containsString("200001")));
        for (String other : List.of(priyas.getString("id"), priyas.getString("reference"))) {
            ApiKeys.bearer(amara)
                    .filter(Contract.held())
                    .get("/v1/requests/" + other)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
            ApiKeys.bearer(amara)
                    .get("/v1/requests?reference=" + priyas.getString("reference"))
                    .then()
                    .statusCode(200)
                    .body("items", equalTo(List.of()));
        }
    }

    @Test
    void peer_no_longer_sees_a_request_that_went_to_somebody_else() {
        programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");
        String amara = tokenOf(Samples.AMARAS_NUMBER);
        ApiKeys.bearer(amara).get("/v1/requests/" + id).then().statusCode(200);

        ApiKeys.as(Role.COORDINATOR)
                .body("{\"reason\":\"PEER_ASKED\"}")
                .post("/v1/requests/" + id + "/reassign")
                .then()
                .statusCode(200);

        ApiKeys.bearer(amara).get("/v1/requests/" + id).then().statusCode(404);
        ApiKeys.bearer(amara).get("/v1/requests").then().statusCode(200).body("items", equalTo(List.of()));
    }
}
