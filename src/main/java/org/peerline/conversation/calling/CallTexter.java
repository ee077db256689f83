package org.peerline.conversation.calling;

import java.time.ZonedDateTime;
import org.peerline.assignments.Conversation;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.Speaker;
import org.peerline.calls.time.CallTimeWords;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.wording.CallTexts;
import org.peerline.wording.Language;

/** One side of a conversation who has just texted about calls, and how to speak to them. */
public record CallTexter(Conversation conversation, Party party) {
    private static final CallTimeWords WORDS = new CallTimeWords();

    public CallTexts texts() {
        return conversation.textsFor(party).calls();
    }

    public Language language() {
        return conversation.languageOf(party);
    }

    public Speaker speaker() {
        return Speaker.byText(conversation, party);
    }

    public String nameOfTheOther() {
        return conversation.nameOf(party.other());
    }

    public String when(ZonedDateTime at) {
        return WORDS.ukTime(at, language());
    }

    public String when(Call call) {
        return when(call.startsAt());
    }

    public PhoneNumber relayNumber() {
        return conversation.assignment().relayNumber();
    }

    public PhoneNumber number() {
        return conversation.recipient(party).number();
    }
}
