package org.peerline.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerline.testkit.PackagedService;

/** What a service is promised that speaks in its own words and has its own people on call. */
class FrontDeskSettingsIT {
    @TempDir
    Path temporary;

    /** A setting with a wrong value, and what is said of it. */
    private record Wrong(String setting, String value, String sentence) {}

    @Test
    void wrong_words_a_wrong_list_and_a_wrong_number_refuse_the_start_in_one_sentence() throws Exception {
        Path words = Files.createDirectory(temporary.resolve("wrong"));
        Files.writeString(words.resolve("texts_cy.properties"), "safety.crisis=Ffoniwch {helpline}.\n");
        var refused = new LinkedHashMap<Wrong, PackagedService>();
        try {
            // All at once: three refusals take as long as one.
            launch(
                    refused,
                    "PEERLINE_WORDING_DIRECTORY",
                    words.toString(),
                    "PEERLINE_WORDING_DIRECTORY, texts_cy.properties: safety.crisis has to say \"999\".");
            launch(
                    refused,
                    "PEERLINE_SAFETY_CRISIS_LIST",
                    temporary.resolve("nowhere").toString(),
                    "PEERLINE_SAFETY_CRISIS_LIST is no file that can be read.");
            launch(
                    refused,
                    "PEERLINE_SAFETY_ON_CALL_NUMBER",
                    "0113 496 0000",
                    "PEERLINE_SAFETY_ON_CALL_NUMBER must be a UK mobile number of the safeguarding lead, such as"
                            + " +447400123456.");
            refused.forEach((wrong, service) -> {
                assertEquals(1, service.awaitExit(), wrong.setting());
                assertTrue(
                        service.output().strip().endsWith("Peerline did not start. " + wrong.sentence()),
                        service.output());
            });
        } finally {
            refused.values().forEach(PackagedService::close);
        }
    }

    private void launch(Map<Wrong, PackagedService> all, String setting, String value, String sentence) {
        var service = PackagedService.launch(temporary.resolve("data of " + setting), Map.of(setting, value));
        all.put(new Wrong(setting, value, sentence), service);
    }
}
