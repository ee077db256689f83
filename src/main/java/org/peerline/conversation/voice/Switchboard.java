package org.peerline.conversation.voice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.numbers.RelayNumbers;
import org.peerline.assignments.numbers.RelayPlace;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.calls.RingingHours;
import org.peerline.calls.negotiation.Call;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.privacy.BlindIndex;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.optout.OptOuts;
import org.peerline.sms.voice.InboundCall;
import org.peerline.sms.voice.InboundCallHandler;
import org.peerline.sms.voice.VoiceReply;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;
import org.peerline.wording.calls.VoiceTexts;

/**
 * Connects whoever rings a relay number to their one right person, around a call that both have agreed to. At any other
 * time, and to anybody else, a voice says what to do instead; it names nobody, because anybody may be listening.
 */
@ApplicationScoped
class Switchboard implements InboundCallHandler {
    // The provider's usual voices read no Welsh, and one that cannot read a sentence may leave it out, 999 and all.
    private static final SmsTexts ENGLISH = SmsTexts.in(Language.EN);
    private static final VoiceTexts VOICE = ENGLISH.voice();

    private final RelayNumbers relayNumbers;
    private final Conversations conversations;
    private final OurNumbers ourNumbers;
    private final RingingHours ringingHours;
    private final OptOuts optOuts;
    private final Helpline helpline;
    private final BlindIndex blindIndex;
    private final Limits limits;
    private final Audit audit;
    private final Tasks tasks;
    private final TimeSource time;

    Switchboard(
            RelayNumbers relayNumbers,
            Conversations conversations,
            OurNumbers ourNumbers,
            RingingHours ringingHours,
            OptOuts optOuts,
            Helpline helpline,
            BlindIndex blindIndex,
            Limits limits,
            Audit audit,
            Tasks tasks,
            TimeSource time) {
        this.relayNumbers = relayNumbers;
        this.conversations = conversations;
        this.ourNumbers = ourNumbers;
        this.ringingHours = ringingHours;
        this.optOuts = optOuts;
        this.helpline = helpline;
        this.blindIndex = blindIndex;
        this.limits = limits;
        this.audit = audit;
        this.tasks = tasks;
        this.time = time;
    }

    @Override
    @Transactional
    public VoiceReply answer(InboundCall call) {
        Optional<String> caller = call.from().map(blindIndex::of);
        if (caller.flatMap(key -> limits.use(Limit.VOICE_PER_NUMBER, key)).isPresent()) {
            return new VoiceReply.Engaged();
        }
        if (call.to().equals(ourNumbers.serviceNumber())) {
            return stranger(VOICE.textsOnly(helpline.number()));
        }
        Optional<RelayPlace> place = caller.flatMap(key -> relayNumbers.placeOf(call.to(), key));
        if (place.isEmpty()) {
            return stranger(ENGLISH.frontDoor().strangerRings());
        }
        Conversation conversation = conversations.of(place.get().assignmentId());
        if (!place.get().open()) {
            // Like a late text: the number stands for the same person a while longer.
            relayNumbers.usedLate(place.get().assignmentId());
            return new VoiceReply.Speak(VOICE.closed(helpline.number()));
        }
        return answer(conversation, place.get().party());
    }

    /** Numbers can be forged and withheld: what all of them cost together has an end, and a coordinator sees it. */
    private VoiceReply stranger(String sentence) {
        if (limits.use(Limit.VOICE_TO_STRANGERS, "all").isEmpty()) {
            return new VoiceReply.Speak(sentence);
        }
        tasks.raise(TaskKind.VOICES_UNANSWERED, Subject.SERVICE, Optional.empty());
        return new VoiceReply.Engaged();
    }

    private VoiceReply answer(Conversation conversation, Party caller) {
        if (!ringingHours.areEver()) {
            return new VoiceReply.Speak(VOICE.textsOnly(helpline.number()));
        }
        Optional<Call> now = ringingHours.callNow(conversation.assignment().id(), time.now());
        if (now.isEmpty()) {
            return new VoiceReply.Speak(VOICE.notNow(helpline.number()));
        }
        PhoneNumber other = conversation.recipient(caller.other()).number();
        if (optOuts.isOptedOut(blindIndex.of(other))) {
            return new VoiceReply.Speak(VOICE.cannotConnect(helpline.number()));
        }
        audit.record(
                caller == Party.PEER
                        ? Actor.peer(conversation.peer().id())
                        : Actor.requester(conversation.requester().id()),
                "CALL_CONNECTED",
                Subject.of(Subject.Kind.CALL, now.get().id()),
                caller.name());
        return new VoiceReply.Connect(other, conversation.assignment().relayNumber(), VOICE.afterwards());
    }
}
