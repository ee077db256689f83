package org.peerline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.privacy.keyset.Keysets;
import org.peerline.testkit.PackagedService;
import org.peerline.testkit.Samples;

/** The index key is exchanged between two runs of the delivered service: it knows everybody again. */
class ReindexIT extends DataDirectoryWorld {
    private static final String OPTED_OUT = "+447400700200";

    private PackagedService start() {
        return PackagedService.launch(data, Map.of()).awaitReady();
    }

    /** What it said is not printed: it can name what is in the database. */
    private int run(String command) {
        try (var process = PackagedService.launch(data, Map.of(), command)) {
            int code = process.awaitExit();
            assertEquals(code == 0, process.output().contains("Done: "), "says that it is done only when it is");
            return code;
        }
    }

    private static RequestSpecification staff(PackagedService service) {
        return service.as(service.newKey(Role.INTAKE, Role.COORDINATOR));
    }

    @Test
    void people_opt_outs_and_open_requests_are_found_with_the_new_key() throws Exception {
        Path keyset = data.resolve("keyset.json");
        try (var service = start()) {
            String number = staff(service).get("/v1/numbers").path("serviceNumber");
            given().baseUri(service.url())
                    .contentType("application/json")
                    .body(Map.of("from", OPTED_OUT, "to", number, "body", "STOP"))
                    .post("/simulator/messages")
                    .then()
                    .statusCode(200);
            staff(service).body(Samples.sam()).post("/v1/requests").then().statusCode(201);
            assertEquals(1, run("reindex"), "not while the service runs");
            service.stop();
        }
        String before = Files.readString(keyset);

        assertEquals(0, run("reindex"));
        assertNotEquals(before, Files.readString(keyset));
        assertFalse(Files.exists(data.resolve("keyset.json.former")));

        try (var service = start()) {
            staff(service)
                    .body(Samples.sam())
                    .post("/v1/requests")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("request_already_open"));
            staff(service)
                    .body(Map.of("name", "Sam Okafor", "dateOfBirth", "1994-05-17"))
                    .post("/v1/requesters/recognise")
                    .then()
                    .statusCode(200)
                    .body("known", equalTo(true));
            staff(service)
                    .body(Samples.request("Alex Park", OPTED_OUT))
                    .post("/v1/requests")
                    .then()
                    .statusCode(201);
            given().baseUri(service.url())
                    .contentType("application/json")
                    .body(Map.of("advance", "PT5M"))
                    .post("/simulator/clock");
            staff(service)
                    .get("/v1/messages?status=FAILED")
                    .then()
                    .statusCode(200)
                    .body("items.errorCode", hasItem("opted_out"));
            service.stop();
        }

        Files.writeString(keyset, Keysets.withNewIndexKey(Files.readString(keyset)));
        try (var refused = PackagedService.launch(data, Map.of())) {
            assertEquals(1, refused.awaitExit());
            assertTrue(refused.output().contains("reindex"), refused.output());
        }
        assertEquals(0, run("reindex"), "it goes on with the key that is there already");
        try (var service = start()) {
            staff(service).body(Samples.sam()).post("/v1/requests").then().statusCode(409);
        }
    }
}
