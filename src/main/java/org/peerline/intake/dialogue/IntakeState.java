package org.peerline.intake.dialogue;

import java.util.UUID;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/**
 * A conversation of the intake, between two texts.
 *
 * @param misses how many answers to the present question could not be read
 * @param paused LATER was said
 * @param lastAnswer the keyed hash of the last answer that was understood, to know it when it comes again
 * @param privacyVersion which wording of the privacy line was agreed to by answering
 * @param guesses how many dates of birth were tried by a number that is known
 */
record IntakeState(
        UUID id,
        IntakeDraft draft,
        Language language,
        boolean neutral,
        int misses,
        boolean paused,
        String lastAnswer,
        String privacyVersion,
        int guesses) {

    SmsTexts texts() {
        return neutral ? SmsTexts.neutral(language) : SmsTexts.in(language);
    }

    IntakeState with(IntakeDraft next, String answer) {
        return new IntakeState(id, next, language, neutral, 0, false, answer, privacyVersion, guesses);
    }

    /** The draft may have kept a part. */
    IntakeState missed(IntakeDraft next) {
        return new IntakeState(id, next, language, neutral, misses + 1, false, "", privacyVersion, guesses);
    }

    IntakeState guessed() {
        return new IntakeState(id, draft, language, neutral, misses, paused, lastAnswer, privacyVersion, guesses + 1);
    }

    IntakeState pausing(boolean pause) {
        return new IntakeState(id, draft, language, neutral, misses, pause, lastAnswer, privacyVersion, guesses);
    }

    IntakeState speaking(Language other, boolean neutrally) {
        return new IntakeState(id, draft, other, neutrally, misses, false, lastAnswer, privacyVersion, guesses);
    }

    @Override
    public String toString() {
        return "IntakeState[" + id + "]";
    }
}
