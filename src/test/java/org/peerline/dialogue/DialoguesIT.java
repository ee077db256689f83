package org.peerline.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerline.access.Role;
import org.peerline.testkit.PackagedService;

/** The same transcripts against the delivered service, played with the simulator as anybody can. One start for all. */
class DialoguesIT {
    private static final String OWN_WORDS = "Dyma'r cwestiwn cyntaf un.";

    @TempDir
    static Path temporary;

    private static PackagedService service;
    private static SimulatorStage stage;

    @BeforeAll
    static void start() throws Exception {
        Path data = temporary.toRealPath().resolve("data");
        Path words = Files.createDirectory(temporary.resolve("words"));
        // A line that no dialogue has.
        Files.writeString(words.resolve("texts_cy.properties"), "intake.atFirst=" + OWN_WORDS + "\n");
        service = PackagedService.launch(
                data,
                Map.of(
                        // It lives for a minute or two: compiling itself thoroughly would take longer than it gains.
                        "JAVA_TOOL_OPTIONS",
                        "-XX:TieredStopAtLevel=1",
                        "PEERLINE_DEMO_ROSTER",
                        "false",
                        // Each dialogue takes the next Monday, whatever day that is.
                        "PEERLINE_CLOCK_BANK_HOLIDAYS",
                        "none",
                        "PEERLINE_HELPLINE",
                        "0808 157 0001",
                        "PEERLINE_SAFETY_ON_CALL_NUMBER",
                        Stage.ON_CALL,
                        "PEERLINE_WORDING_DIRECTORY",
                        words.toString()));
        stage = new SimulatorStage(service.awaitReady().url(), service.newKey(Role.INTAKE, Role.COORDINATOR));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<Dialogue> dialogues() {
        return Dialogue.all();
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void a_dialogue_goes_as_it_is_written_on_simulated_phones(Dialogue dialogue) {
        int before = service.output().length();
        try {
            new DialoguePlayer(stage).play(dialogue);
        } catch (AssertionError wrong) {
            throw new AssertionError(
                    wrong.getMessage() + "\nMeanwhile the service said:\n"
                            + service.output().substring(before),
                    wrong);
        }
    }

    @Test
    void own_words_are_said_without_building_anything() {
        stage.begin();
        String phone = stage.newNumber();
        stage.text(phone, stage.serviceNumber(), "CYMRAEG");
        stage.text(phone, stage.serviceNumber(), "REDO");
        assertEquals(
                OWN_WORDS + " Beth yw eich enw llawn?",
                stage.on(phone, 2).get(1).body());
    }
}
