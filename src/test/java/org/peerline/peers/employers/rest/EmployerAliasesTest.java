package org.peerline.peers.employers.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Coordinators say by which names an employer goes, and nobody is given a colleague from there. */
@PeerlineTest
class EmployerAliasesTest extends RestWorld {
    private static ValidatableResponse add(String alias, String employer) {
        return ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("alias", alias, "employer", employer))
                .post("/v1/employer-aliases")
                .then();
    }

    private void peerAt(String employer) {
        var peer = Samples.newPeer();
        peer.put("employers", List.of(employer));
        ApiKeys.as(Role.COORDINATOR).body(peer).post("/v1/peers").then().statusCode(201);
    }

    private JsonPath samAt(String employer) {
        var sam = Samples.sam();
        sam.put("employers", List.of(employer));
        return opens(sam);
    }

    @Test
    void an_alias_keeps_colleagues_apart_who_were_known_before_it_was_entered() {
        peerAt("Leeds General Infirmary");
        add("LGI", "Leeds General Infirmary").statusCode(201);
        // And an alias of an alias, entered the other way round.
        add("Leeds Teaching Hospitals NHS Trust", "L.G.I").statusCode(201);
        add("LGI", "L G I").statusCode(201);

        assertEquals("WAITING", samAt("leeds teaching").getString("status"));

        sam().receives("we have nobody yet");
    }

    @Test
    void a_removed_alias_holds_no_longer() {
        peerAt("Infirmary of Leeds");
        String id = add("LGI", "Infirmary of Leeds").statusCode(201).extract().path("id");
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/employer-aliases")
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items.alias", contains("LGI"));
        ApiKeys.as(Role.COORDINATOR).delete("/v1/employer-aliases/" + id).then().statusCode(204);
        ApiKeys.as(Role.COORDINATOR).delete("/v1/employer-aliases/" + id).then().statusCode(404);
        ApiKeys.as(Role.COORDINATOR).get("/v1/employer-aliases").then().body("items", empty());

        assertEquals("ASSIGNED", samAt("LGI").getString("status"));

        sam().receives("Robin A");
    }

    @Test
    void what_adds_nothing_is_refused_with_its_reason_and_changes_nothing() {
        add("The Leeds Teaching Hospitals", "Leeds Teaching NHS Foundation Trust")
                .statusCode(409)
                .body("code", is("same_employer"));
        add("LGI", "Infirmary of Leeds").statusCode(201);
        add("lgi", "infirmary of leeds").statusCode(409).body("code", is("alias_known"));
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("alias", "LGI"))
                .post("/v1/employer-aliases")
                .then()
                .statusCode(400)
                .body("violations.field", contains("employer"));
        ApiKeys.as(Role.INTAKE)
                .body(Map.of("alias", "A", "employer", "B"))
                .post("/v1/employer-aliases")
                .then()
                .statusCode(403);
        assertEquals(1, rows().get("employer_alias"));
    }
}
