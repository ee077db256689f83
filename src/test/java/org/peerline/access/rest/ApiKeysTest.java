package org.peerline.access.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.testkit.ApiKeys.as;
import static org.peerline.testkit.ApiKeys.asAdmin;
import static org.peerline.testkit.ApiKeys.bearer;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;

@PeerlineTest
class ApiKeysTest {
    @Test
    void an_admin_makes_a_key_and_sees_it_this_once() {
        String id = asAdmin()
                .filter(Contract.held())
                .body(Contract.example("access/createApiKey-request"))
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .header("Location", not(nullValue()))
                .header("Cache-Control", "no-store")
                .body("key", matchesPattern("pl_[A-Za-z0-9_-]{43}"))
                .body("roles", equalTo(List.of("INTAKE")))
                .extract()
                .path("id");
        asAdmin()
                .filter(Contract.held())
                .get("/v1/api-keys/" + id)
                .then()
                .statusCode(200)
                .body("name", is("Phone line"))
                .body("key", nullValue());
        asAdmin()
                .filter(Contract.held())
                .get("/v1/api-keys?limit=200")
                .then()
                .statusCode(200)
                .body("items.key", not(hasItem(notNullValue())));
        assertTrue(ids(ApiKeys::asAdmin).contains(id));
    }

    @Test
    void a_revoked_key_is_refused_at_once_and_its_record_stays() {
        String key = ApiKeys.with(Role.ADMIN);
        String id = lastKeyId(key);
        bearer(key).get("/v1/api-keys").then().statusCode(200);
        asAdmin().filter(Contract.held()).delete("/v1/api-keys/" + id).then().statusCode(204);
        bearer(key)
                .get("/v1/api-keys")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", is("urn:peerline:problem:unauthenticated"));
        asAdmin().get("/v1/api-keys/" + id).then().statusCode(200).body("revokedAt", notNullValue());
    }

    private static String lastKeyId(String key) {
        List<String> ids = ids(() -> bearer(key));
        return ids.get(ids.size() - 1);
    }

    /** Of every page: all tests share one list. */
    private static List<String> ids(Supplier<RequestSpecification> as) {
        var ids = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = as.get()
                    .get("/v1/api-keys?limit=200" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            String next = page.getString("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return ids;
    }

    @Test
    void an_unknown_key_is_not_found() {
        String unknown = "/v1/api-keys/0199a0b1-7c00-7000-8000-00000000dead";
        asAdmin().delete(unknown).then().statusCode(404).contentType("application/problem+json");
        asAdmin().get(unknown).then().statusCode(404).body("instance", startsWith("urn:uuid:"));
        asAdmin().get("/v1/api-keys/nonsense").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void no_key_can_be_a_peer_and_every_fault_is_named_at_once() {
        asAdmin()
                .body(Map.of("name", "x", "roles", List.of("PEER"), "expiresAt", "2020-01-01T00:00:00Z"))
                .post("/v1/api-keys")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("roles", "expiresAt")));
        asAdmin()
                .body("{\"name\":\" \",\"roles\":[\"KING\"],\"expiresAt\":\"tomorrow\",\"membershipNumber\":\"1\"}")
                .post("/v1/api-keys")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("membershipNumber", "roles[0]", "expiresAt", "name")));
    }

    @Test
    void admin_alone_opens_no_other_door_and_others_do_not_open_this_one() {
        asAdmin().delete("/v1/sessions/current").then().statusCode(403).contentType("application/problem+json");
        as(Role.COORDINATOR, Role.INTAKE)
                .get("/v1/api-keys")
                .then()
                .statusCode(403)
                .body("status", is(403));
        RestAssured.get("/v1/api-keys").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void the_list_comes_in_pages() {
        ApiKeys.with(Role.AUDITOR);
        ApiKeys.with(Role.AUDITOR);
        String cursor = asAdmin()
                .get("/v1/api-keys?limit=1")
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .extract()
                .path("nextCursor");
        asAdmin()
                .filter(Contract.held())
                .get("/v1/api-keys?limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.size()", is(1));
        asAdmin()
                .get("/v1/api-keys?limit=0&cursor=zzz")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("limit", "cursor")));
    }
}
