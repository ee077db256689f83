package org.peerline.dialogue;

import static io.restassured.RestAssured.given;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.peerline.testkit.PackagedService;

/** The same transcripts against the delivered service, played with the simulator as anybody can. */
class DialoguesIT {
    @TempDir
    static Path temporary;

    @TestFactory
    Stream<DynamicTest> every_dialogue_goes_as_it_is_written_on_simulated_phones() throws Exception {
        Path data = temporary.toRealPath().resolve("data");
        var service = PackagedService.launch(
                        data,
                        Map.of(
                                "PEERLINE_DEMO_ROSTER",
                                "false",
                                "PEERLINE_HELPLINE",
                                "0808 157 0001",
                                "PEERLINE_SAFETY_ON_CALL_NUMBER",
                                Stage.ON_CALL))
                .awaitReady();
        var stage = new SimulatorStage(service.url(), key(service, data));
        return Dialogue.all()
                .map(dialogue ->
                        DynamicTest.dynamicTest(dialogue.title(), () -> new DialoguePlayer(stage).play(dialogue)))
                .onClose(service::close);
    }

    private static String key(PackagedService service, Path data) throws Exception {
        String admin = Files.readString(data.resolve("admin-key")).trim();
        return given().baseUri(service.url())
                .header("Authorization", "Bearer " + admin)
                .contentType("application/json")
                .body(Map.of("name", "Dialogues", "roles", List.of("INTAKE", "COORDINATOR")))
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }
}
