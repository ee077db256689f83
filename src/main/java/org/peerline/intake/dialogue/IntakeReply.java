package org.peerline.intake.dialogue;

import java.util.Optional;
import java.util.UUID;
import org.peerline.intake.answer.Reading.Why;
import org.peerline.requests.SupportRequest;
import org.peerline.wording.SmsTexts;

/**
 * What came of one text, and what is asked next.
 *
 * @param intake whose intake it is
 * @param step what is asked now; empty when nothing is
 * @param recognised the person is known
 * @param why what could not be read, for {@code AGAIN}
 * @param earlierPeer what the peer from before is called, where there is one
 * @param earlierPeerIsNotFree and they cannot be asked for at present
 * @param about whose key seals a text that names somebody; empty while nobody is known
 * @param request what was opened, or was open already
 * @param texts our sentences as this person wants to read them
 */
public record IntakeReply(
        UUID intake,
        Saying saying,
        Optional<IntakeStep> step,
        boolean recognised,
        Optional<Why> why,
        Optional<String> earlierPeer,
        boolean earlierPeerIsNotFree,
        Optional<UUID> about,
        Optional<SupportRequest> request,
        SmsTexts texts) {

    /** What there is to say before the question. */
    public enum Saying {
        /** The first reply to a stranger. */
        BEGUN,
        /** The first reply to somebody who began with what is the matter. */
        BEGUN_AFTER_STORY,
        /** The answer was understood. */
        NEXT,
        /** It was not; the reason says how to ask again. */
        AGAIN,
        /** It was not, for the third time: a person can help. */
        PERSON_OFFERED,
        /** It was a question. */
        EXPLAINED,
        /** It was the last answer once more. */
        REPEATED,
        /** It says what is the matter, which is not for us. */
        STORY,
        PAUSED,
        RESUMED,
        /** REDO, and there is nothing before. */
        AT_FIRST,
        LANGUAGE_CHOSEN,
        NEUTRAL_CHOSEN,
        /** What the words are. */
        GUIDE,
        /** A request has been opened; whoever opened it has owed the texts. */
        OPENED,
        /** There is an open request of this handset already. */
        ALREADY_OPEN,
        /** More requests of this number than one day allows: the phone line can help. */
        TOO_OFTEN
    }

    @Override
    public String toString() {
        return "IntakeReply[" + saying + "]";
    }
}
