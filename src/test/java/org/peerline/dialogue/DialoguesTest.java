package org.peerline.dialogue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;

/** Every transcript of src/test/resources/dialogues, through signed webhooks. One more file is one more test. */
@PeerlineTest
class DialoguesTest {
    FakeTwilio twilio;

    @Inject
    Programme programme;

    @ParameterizedTest
    @MethodSource("org.peerline.dialogue.Dialogue#all")
    void a_dialogue_goes_as_it_is_written(Dialogue dialogue) {
        new DialoguePlayer(new SharedStage(twilio, programme)).play(dialogue);
    }

    @Test
    void there_are_at_least_thirty() {
        assertTrue(Dialogue.all().count() >= 30);
    }
}
