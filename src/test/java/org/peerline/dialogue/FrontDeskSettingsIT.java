package org.peerline.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerline.testkit.PackagedService;
import org.peerline.testkit.Samples;

/** What a service is promised that speaks in its own words and has its own people on call. */
class FrontDeskSettingsIT {
    @TempDir
    Path temporary;

    @Test
    void own_words_are_said_without_building_anything() throws Exception {
        Path words = Files.createDirectory(temporary.resolve("words"));
        Files.writeString(words.resolve("texts_en.properties"), "intake.askName=And how may we call you, in full?\n");
        try (var service = PackagedService.launch(
                        temporary.resolve("data"), Map.of("PEERLINE_WORDING_DIRECTORY", words.toString()))
                .awaitReady()) {
            var stage = new SimulatorStage(service.url(), "no key is needed");
            String phone = Samples.mobile().e164();
            stage.text(phone, stage.serviceNumber(), "hello");
            String first = stage.on(phone).get(0).body();
            assertTrue(first.endsWith("And how may we call you, in full?"), first);
        }
    }

    @Test
    void wrong_words_a_wrong_list_and_a_wrong_number_refuse_the_start_in_one_sentence() throws Exception {
        Path words = Files.createDirectory(temporary.resolve("wrong"));
        Files.writeString(words.resolve("texts_cy.properties"), "safety.crisis=Ffoniwch {helpline}.\n");
        refused(
                "PEERLINE_WORDING_DIRECTORY",
                words.toString(),
                "PEERLINE_WORDING_DIRECTORY, texts_cy.properties: safety.crisis has to say \"999\".");
        refused(
                "PEERLINE_SAFETY_CRISIS_LIST",
                temporary.resolve("nowhere").toString(),
                "PEERLINE_SAFETY_CRISIS_LIST is no file that can be read.");
        refused(
                "PEERLINE_SAFETY_ON_CALL_NUMBER",
                "0113 496 0000",
                "PEERLINE_SAFETY_ON_CALL_NUMBER must be a UK mobile number of the safeguarding lead, such as"
                        + " +447400123456.");
    }

    private void refused(String setting, String value, String sentence) {
        try (var service = PackagedService.launch(temporary.resolve("data of " + setting), Map.of(setting, value))) {
            assertEquals(1, service.awaitExit());
            assertTrue(service.output().strip().endsWith("Peerline did not start. " + sentence), service.output());
        }
    }
}
