package org.peerline.conversation;

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
record CallTexter(Conversation conversation, Party party) {
    private static final CallTimeWords WORDS = new CallTimeWords();

    CallTexts texts() {
        return conversation.textsFor(party).calls();
    }

    Language language() {
        return conversation.languageOf(party);
    }

    Speaker speaker() {
        return Speaker.byText(conversation, party);
    }

    String nameOfTheOther() {
        return conversation.nameOf(party.other());
    }

    String when(ZonedDateTime at) {
        return WORDS.ukTime(at, language());
    }

    String when(Call call) {
        return when(call.startsAt());
    }

    PhoneNumber relayNumber() {
        return conversation.assignment().relayNumber();
    }

    PhoneNumber number() {
        return conversation.recipient(party).number();
    }
}
