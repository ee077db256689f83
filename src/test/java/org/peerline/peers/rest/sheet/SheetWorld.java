package org.peerline.peers.rest.sheet;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.RestWorld;

/** For tests of the roster as a spreadsheet: a coordinator who sends one in and takes one out. */
abstract class SheetWorld extends RestWorld {
    static final String HEADINGS = "Display name,Full name,Mobile,GMC no,Role";
    static final String AMARA = "Dr Amara N,Amara Nwosu,07400 300001,7000001,GP";
    static final String BEN = "Dr Ben T,Ben Taylor,07400 300002,7000002,GP";

    String key;

    @BeforeEach
    void coordinator() {
        key = ApiKeys.with(Role.COORDINATOR);
    }

    ValidatableResponse send(String query, byte[] file) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .contentType("text/csv")
                .body(file)
                .post("/v1/peers/import" + query)
                .then();
    }

    ValidatableResponse send(String... rows) {
        return send("", String.join("\n", rows).getBytes(StandardCharsets.UTF_8));
    }

    String export() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .get("/v1/peers/export")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"roster.csv\"")
                .extract()
                .asString();
    }

    long onTheRoster() {
        return rows().get("peer");
    }
}
