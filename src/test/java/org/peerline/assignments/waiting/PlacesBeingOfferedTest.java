package org.peerline.assignments.waiting;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/** Whoever comes while a place is being offered to those before them is told the truth, once it is known. */
@PeerlineTest
class PlacesBeingOfferedTest extends WaitingWorld {
    @Test
    void nobody_is_told_that_nobody_is_free_while_a_place_is_being_offered() {
        programme.peer(Samples.withCapacity(Samples.amara(), 1));
        var ann = phone("+447400200009");
        String first = opens(Samples.request("Ann Lee", ann.number())).getString("id");
        ann.receives("Amara");
        String before = opens(Samples.request("Tom Price", "+447400200008")).getString("id");
        phone("+447400200008").receives("nobody is free");
        programme.peer(Samples.withCapacity(Samples.peer("Dr Ben T", "Ben Taylor", "+447400300002", "7000002"), 2));

        JsonPath newcomer;
        try (Handle looking = jdbi.open()) {
            looking.begin();
            // Somebody is looking at Tom's request at this moment, so the place cannot be given to it yet.
            looking.execute("select 1 from support_request where id = ? for update", UUID.fromString(before));
            newcomer = ApiKeys.as(Role.INTAKE)
                    .body(Samples.sam())
                    .post("/v1/requests")
                    .then()
                    .statusCode(201)
                    .body("waiting.reason", is("ALL_AT_CAPACITY"))
                    .body("waiting.rule", is("BEING_SERVED"))
                    .extract()
                    .jsonPath();
            looking.commit();
        }
        read(newcomer.getString("id"), Role.COORDINATOR).body("waiting.rule", is("BEING_SERVED"));
        programme.settle();

        assertEquals("ASSIGNED", read(before, Role.COORDINATOR).extract().path("status"));
        var sam = sam();
        sam.receives("Your peer supporter is Dr Ben T");
        programme.pass(Duration.ofMinutes(2));
        sam.receivesNothingMore();
        close(first);
        twilio.reset();
    }

    @Test
    void whoever_is_left_over_when_the_places_are_gone_is_told_so_a_moment_later() {
        programme.peer(Samples.withCapacity(Samples.amara(), 1));
        opens(Samples.request("Ann Lee", "+447400200009"));
        phone("+447400200009").receives("Amara");
        String before = opens(Samples.request("Tom Price", "+447400200008")).getString("id");
        phone("+447400200008").receives("nobody is free");
        programme.peer(Samples.withCapacity(Samples.peer("Dr Ben T", "Ben Taylor", "+447400300002", "7000002"), 1));

        try (Handle looking = jdbi.open()) {
            looking.begin();
            looking.execute("select 1 from support_request where id = ? for update", UUID.fromString(before));
            ApiKeys.as(Role.INTAKE)
                    .body(Samples.sam())
                    .post("/v1/requests")
                    .then()
                    .statusCode(201);
            looking.commit();
        }
        programme.settle();
        phone("+447400200008").receives("nobody is free");
        sam().receivesNothingMore();

        programme.pass(Duration.ofSeconds(31));

        sam().receives("nobody is free");
        twilio.reset();
    }
}
