package org.peerline.intake.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.peerline.assignments.choosing.EarlierPeer;
import org.peerline.core.Identifier;
import org.peerline.core.PhoneNumber;
import org.peerline.intake.answer.AnswerText;
import org.peerline.intake.answer.Reading;
import org.peerline.intake.answer.Reading.Why;
import org.peerline.intake.dialogue.IntakeReply.Saying;
import org.peerline.privacy.BlindIndex;
import org.peerline.requests.Requester;
import org.peerline.requests.SupportRequest;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/**
 * The intake by text: asks one thing after the other and ends in a request. Runs in the transaction of the text that it
 * reads; every method but {@link #begin} and {@link #forget} needs an intake that is under way.
 */
@ApplicationScoped
public class IntakeDialogue {
    private static final int MISSES_BEFORE_A_PERSON = 3;
    // REDO must not let whoever holds a phone try one date of birth after the other.
    private static final int MOST_GUESSES = 3;
    private static final int WORDS_OF_A_STORY = 12;

    private final Intakes intakes;
    private final AnswerReading answerReading;
    private final ReturningRequester returning;
    private final EarlierPeer earlierPeer;
    private final FinishIntake finishIntake;
    private final BlindIndex blindIndex;

    IntakeDialogue(
            Intakes intakes,
            AnswerReading answerReading,
            ReturningRequester returning,
            EarlierPeer earlierPeer,
            FinishIntake finishIntake,
            BlindIndex blindIndex) {
        this.intakes = intakes;
        this.answerReading = answerReading;
        this.returning = returning;
        this.earlierPeer = earlierPeer;
        this.finishIntake = finishIntake;
        this.blindIndex = blindIndex;
    }

    /**
     * Our sentences for a number that may have been here before. Somebody else may have it by now, so it is answered like
     * any other; only wording that hides its subject goes on hiding it.
     */
    public SmsTexts textsFor(PhoneNumber from) {
        return wantedNeutralWording(blindIndex.of(from)) ? SmsTexts.neutral(Language.EN) : SmsTexts.in(Language.EN);
    }

    private boolean wantedNeutralWording(String key) {
        return returning.lastOn(key).map(Requester::wantsNeutralWording).orElse(false);
    }

    /** Whether an intake is under way on this handset; other texts of the handset wait until this one is dealt with. */
    public boolean isUnderWay(PhoneNumber from) {
        String key = blindIndex.of(from);
        intakes.waitForOthersOf(key);
        return intakes.of(key).isPresent();
    }

    /**
     * The first text. Nothing in it is an answer yet.
     *
     * @param neutrally they asked for texts that do not show what they are about
     */
    public IntakeReply begin(PhoneNumber from, String written, Language language, boolean neutrally) {
        String key = blindIndex.of(from);
        boolean before = returning.lastOn(key).isPresent();
        boolean neutral = neutrally || wantedNeutralWording(key);
        var state = new IntakeState(
                Identifier.next(),
                IntakeDraft.empty(before),
                language,
                neutral,
                0,
                false,
                "",
                SmsTexts.privacyVersion(language, neutral),
                0);
        intakes.keep(key, state);
        boolean story = AnswerText.isStory(written) || written.strip().split("\\s+").length >= WORDS_OF_A_STORY;
        return reply(state, story ? Saying.BEGUN_AFTER_STORY : Saying.BEGUN);
    }

    /** Anything that is no word of ours: an answer, most of the time. */
    public IntakeReply hear(PhoneNumber from, String written) {
        String key = blindIndex.of(from);
        IntakeState state = state(key);
        if (state.paused()) {
            return kept(key, state.pausing(false), Saying.RESUMED);
        }
        String answer = blindIndex.of("answer", written.strip().toLowerCase(Locale.ROOT));
        if (answer.equals(state.lastAnswer())) {
            return kept(key, state, Saying.REPEATED);
        }
        IntakeStep step = state.draft().next();
        if (asks(step, written)) {
            return kept(key, state, Saying.EXPLAINED);
        }
        var result = answerReading.read(step, written, state.draft());
        if (result.reading() instanceof Reading.Unclear<?> unclear) {
            return missed(key, state.missed(result.draft()), step, written, unclear.why());
        }
        boolean guess = step == IntakeStep.DATE_OF_BIRTH && state.draft().cameBefore();
        IntakeDraft draft =
                guess && state.guesses() < MOST_GUESSES ? returning.recognise(key, result.draft()) : result.draft();
        IntakeState next = (guess ? state.guessed() : state).with(draft, answer);
        if (state.draft().known() == null && draft.known() != null) {
            // Now that it is them: in the language that they chose before.
            next = next.speaking(returning.spokenBy(draft.known()), next.neutral());
        }
        return draft.next() == null ? finished(key, next, from) : kept(key, next, Saying.NEXT);
    }

    /** REDO. */
    public IntakeReply redo(PhoneNumber from) {
        String key = blindIndex.of(from);
        IntakeState state = state(key);
        boolean first = state.draft().answered().isEmpty();
        return kept(key, state.with(state.draft().oneBack(), ""), first ? Saying.AT_FIRST : Saying.NEXT);
    }

    /** LATER. */
    public IntakeReply later(PhoneNumber from) {
        String key = blindIndex.of(from);
        return kept(key, state(key).pausing(true), Saying.PAUSED);
    }

    /** PEER, while it is under way: the present question. */
    public IntakeReply again(PhoneNumber from) {
        String key = blindIndex.of(from);
        return kept(key, state(key).pausing(false), Saying.RESUMED);
    }

    public IntakeReply speak(PhoneNumber from, Language language) {
        String key = blindIndex.of(from);
        IntakeState state = state(key);
        return kept(key, state.speaking(language, state.neutral()), Saying.LANGUAGE_CHOSEN);
    }

    public IntakeReply speakNeutrally(PhoneNumber from) {
        String key = blindIndex.of(from);
        IntakeState state = state(key);
        return kept(key, state.speaking(state.language(), true), Saying.NEUTRAL_CHOSEN);
    }

    /** GUIDE and HELP; nothing changes. */
    public IntakeReply guide(PhoneNumber from) {
        return reply(state(blindIndex.of(from)), Saying.GUIDE);
    }

    /** The present question, as it stands; nothing changes. */
    public IntakeReply present(PhoneNumber from) {
        return reply(state(blindIndex.of(from)), Saying.NEXT);
    }

    /** Nothing of it is kept: after STOP. */
    public void forget(PhoneNumber from) {
        intakes.forget(blindIndex.of(from));
    }

    private static boolean asks(IntakeStep step, String written) {
        // A name may look like the beginning of a question: Will, Can, Do.
        return AnswerText.endsAsQuestion(written) || step != IntakeStep.NAME && AnswerText.beginsAsQuestion(written);
    }

    private IntakeReply missed(String key, IntakeState state, IntakeStep step, String written, Why why) {
        boolean part = why == Why.NO_POSTCODE || why == Why.NO_STREET || why == Why.ONE_NAME;
        boolean person = why == Why.TOO_YOUNG || why == Why.NOT_A_DOCTOR;
        intakes.keep(key, state);
        if (step == IntakeStep.NAME && AnswerText.beginsAsQuestion(written)) {
            return reply(state, Saying.EXPLAINED);
        }
        if (state.misses() >= MISSES_BEFORE_A_PERSON && !person) {
            return reply(state, Saying.PERSON_OFFERED);
        }
        if (AnswerText.isStory(written) && !part) {
            return reply(state, Saying.STORY);
        }
        return reply(state, Saying.AGAIN, Optional.of(why), Optional.empty());
    }

    private IntakeReply finished(String key, IntakeState state, PhoneNumber from) {
        if (finishIntake.isTooOften(key)) {
            intakes.finished(key, state);
            return reply(state, Saying.TOO_OFTEN);
        }
        Optional<SupportRequest> request = finishIntake.open(state, from);
        intakes.finished(key, state);
        return reply(state, request.isPresent() ? Saying.OPENED : Saying.ALREADY_OPEN, Optional.empty(), request);
    }

    private IntakeReply kept(String key, IntakeState state, Saying saying) {
        intakes.keep(key, state);
        return reply(state, saying);
    }

    private IntakeReply reply(IntakeState state, Saying saying) {
        return reply(state, saying, Optional.empty(), Optional.empty());
    }

    private IntakeReply reply(IntakeState state, Saying saying, Optional<Why> why, Optional<SupportRequest> request) {
        IntakeDraft draft = state.draft();
        return new IntakeReply(
                state.id(),
                saying,
                Optional.ofNullable(draft.next()),
                draft.known() != null,
                why,
                Optional.ofNullable(draft.earlierPeer()).map(earlierPeer::displayName),
                draft.earlierPeerIsNotFree(),
                Optional.ofNullable(draft.known()),
                request,
                state.texts());
    }

    private IntakeState state(String key) {
        return intakes.of(key).orElseThrow(() -> new IllegalStateException("no intake is under way"));
    }
}
