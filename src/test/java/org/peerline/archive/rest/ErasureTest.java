package org.peerline.archive.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.PhoneNumber;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/** What finds or names somebody is gone after their erasure, unless something stands against it. */
@PeerlineTest
class ErasureTest extends ErasureWorld {
    @Test
    void receipt_says_which_keys_have_to_go_until_back_ups_are_unreadable() {
        String requester = talking();

        erase("/v1/requesters/" + requester);

        int key = ApiKeys.asAdmin().get("/v1/encryption").path("wrappingKeyId");
        ApiKeys.asAdmin().get("/v1/encryption").then().statusCode(200).body("erasuresInBackUps", equalTo(1));
        ApiKeys.as(Role.AUDITOR)
                .get("/v1/erasures")
                .then()
                .statusCode(200)
                .body("items[0].person", equalTo(requester))
                .body("items[0].reason", equalTo("SUBJECT_REQUEST"))
                .body("items[0].wrappingKeys", org.hamcrest.Matchers.hasItem(key))
                .body("items[0].backUpsUnreadableSince", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void nothing_that_finds_or_names_an_erased_requester_is_left_in_the_database() {
        String requester = talking();
        List<String> keys = keysOf(requester);

        erase("/v1/requesters/" + requester);

        String dump = dump();
        keys.forEach(key -> assertFalse(dump.contains(key), "a key that finds them is left"));
        assertEquals(
                0,
                count(
                        "select count(*) from requester where name is not null or contact_number is not null"
                                + " or address is not null or date_of_birth is not null or job_role is not null or employers is not null"));
        assertEquals(
                0,
                count("select count(*) from message where body_person = '" + requester
                        + "' and (body is not null or heading is not null or footer is not null)"));
        assertEquals(
                0,
                count("select count(*) from person_key where wrapped is not null and person_id = '" + requester + "'"));
        assertEquals(1, count("select count(*) from erasure where person_id = '" + requester + "'"));
    }

    private List<String> keysOf(String requester) {
        return Stream.concat(
                        jdbi
                                .withHandle(handle -> handle.createQuery("select unnest(array[number_key, identity_key]"
                                                + " || employer_keys || name_keys) from requester where id = :id::uuid union all"
                                                + " select unnest(avoid_name_keys) from support_request")
                                        .bind("id", requester)
                                        .mapTo(String.class)
                                        .list())
                                .stream(),
                        jdbi
                                .withHandle(handle -> handle.select("select first_name_key from assignment")
                                        .mapTo(String.class)
                                        .list())
                                .stream())
                // The place on the relay number rests for the handset until its quarantine is over.
                .filter(key -> !key.equals(blindIndex.of(new PhoneNumber(Samples.SAMS_NUMBER))))
                .toList();
    }

    @Test
    void texts_of_ours_that_name_the_other_one_are_emptied_too() {
        String requester = talking();
        amara.texts(amara.received().get(0).from(), "CASES");
        programme.settle();
        String request = ApiKeys.as(Role.COORDINATOR).get("/v1/requests").path("items[0].id");
        closes(request);
        String detailsKept = "select count(*) from message where kind = 'DETAILS' and body is not null";
        String loose = "select count(*) from message where to_person = '" + peer
                + "' and assignment_id is null and request_id is null and body is not null";
        assertEquals(1, count(detailsKept));

        erase("/v1/peers/" + peer);
        assertEquals(0, count(detailsKept), "the display name is in it");

        erase("/v1/requesters/" + requester);
        assertEquals(0, count(loose));
    }

    @Test
    void queued_text_is_taken_back() {
        String requester = ApiKeys.as(Role.INTAKE)
                .body(Samples.sam())
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("requester.id");

        ApiKeys.asAdmin()
                .delete("/v1/requesters/" + requester + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(200)
                .body("removed.queued_texts_cancelled", greaterThan(0));
        programme.settle();

        assertEquals(0, sam.received().size());
    }

    @Test
    void erased_once_is_erased_for_good() {
        String requester = talking();
        erase("/v1/requesters/" + requester);

        ApiKeys.asAdmin()
                .delete("/v1/requesters/" + requester + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(404);
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requesters/" + requester + "/export?reason=COMPLAINT")
                .then()
                .statusCode(404);
    }

    @Test
    void legal_hold_stands_against_erasure_until_it_is_lifted() {
        String requester = talking();
        String hold = "/v1/requesters/" + requester + "/legal-hold";
        ApiKeys.as(Role.SAFEGUARDING).put(hold + "?reason=LEGAL_DUTY").then().statusCode(204);

        ApiKeys.asAdmin()
                .delete("/v1/requesters/" + requester + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(409)
                .body("code", equalTo("legal_hold"));

        ApiKeys.asAdmin().delete(hold).then().statusCode(204);
        erase("/v1/requesters/" + requester);
    }

    @Test
    void peer_with_open_assignments_is_not_erased() {
        talking();

        ApiKeys.asAdmin()
                .delete("/v1/peers/" + peer + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(409)
                .body("code", equalTo("open_assignments"));
    }

    @Test
    void erased_peer_is_gone_from_the_roster_and_signed_out() {
        String token = tokenOf(Samples.AMARAS_NUMBER);

        erase("/v1/peers/" + peer);

        ApiKeys.bearer(token).get("/v1/me").then().statusCode(401);
        ApiKeys.as(Role.COORDINATOR).get("/v1/peers/" + peer).then().statusCode(404);
        ApiKeys.as(Role.COORDINATOR).get("/v1/peers").then().statusCode(200).body("items.size()", equalTo(0));
        String dump = dump();
        assertFalse(dump.contains(blindIndex.of(new PhoneNumber(Samples.AMARAS_NUMBER))));
        assertFalse(dump.contains(blindIndex.of("gmc", "7000001")));
    }
}
