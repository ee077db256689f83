package org.peerline.conversation.calling;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.peerline.assignments.Conversation;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallStatus;
import org.peerline.calls.negotiation.Speaker;
import org.peerline.calls.news.CallSentences;
import org.peerline.calls.news.ReadersClock;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.wording.Language;
import org.peerline.wording.PeerTexts;
import org.peerline.wording.calls.CallTexts;
import org.peerline.wording.calls.OutcomeTexts;

/**
 * One side of a conversation who has just texted about calls, and how to speak to them.
 *
 * @param sent when their text came in
 */
public record CallTexter(Conversation conversation, Party party, Instant sent) {

    /** For somebody who is only told something, whatever they have texted. */
    public CallTexter(Conversation conversation, Party party) {
        this(conversation, party, Instant.MAX);
    }

    public CallTexts texts() {
        return conversation.textsFor(party).calls();
    }

    OutcomeTexts outcomeTexts() {
        return conversation.textsFor(party).outcomes();
    }

    PeerTexts peerTexts() {
        return conversation.textsFor(party).peers();
    }

    CallSentences sentences() {
        return CallSentences.to(party, conversation);
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
        return ReadersClock.of(party, conversation).when(at);
    }

    public String when(Call call) {
        return sentences().when(call);
    }

    /** That somebody has said already how this call went. */
    String onRecord(Call call) {
        return call.status() == CallStatus.HELD
                ? outcomeTexts().heldAlready(nameOfTheOther(), when(call))
                : outcomeTexts().missedAlready(nameOfTheOther(), when(call));
    }

    /** That this call is still to come. */
    String notBegun(Call call) {
        return outcomeTexts().notBegun(nameOfTheOther(), when(call));
    }

    public PhoneNumber relayNumber() {
        return conversation.assignment().relayNumber();
    }

    public PhoneNumber number() {
        return conversation.recipient(party).number();
    }
}
