package org.peerline.contract;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;

@PeerlineTest
class ContractIsCommittedTest {
    private static final Path FRESH = Path.of("target", "openapi.yaml");

    @Test
    void the_committed_contract_is_what_the_code_gives() throws IOException {
        String fresh =
                get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
        Files.writeString(FRESH, fresh);
        assertEquals(
                Contract.text(), fresh, "The contract has changed. If it should: cp " + FRESH + " " + Contract.FILE);
    }
}
