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
import org.peerline.sms.voice.VoiceReply.Speak;
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
    /** To whoever is not known to have chosen another language. */
    private static final SmsTexts ENGLISH = SmsTexts.in(Language.EN);

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
        Optional<String> key = call.from().map(blindIndex::of);
        if (key.flatMap(number -> limits.use(Limit.VOICE_PER_NUMBER, number)).isPresent()) {
            return new VoiceReply.Engaged();
        }
        if (call.to().equals(ourNumbers.serviceNumber())) {
            return stranger(ENGLISH.voice().textsOnly(helpline.number()));
        }
        Optional<RelayPlace> place = key.flatMap(number -> relayNumbers.placeOf(call.to(), number));
        if (place.isEmpty()) {
            return stranger(ENGLISH.frontDoor().strangerRings());
        }
        Conversation conversation = conversations.of(place.get().assignmentId());
        Party caller = place.get().party();
        Language language = conversation.languageOf(caller);
        VoiceTexts voice = SmsTexts.in(language).voice();
        if (!place.get().open()) {
            // Like a late text: the number stands for the same person a while longer.
            relayNumbers.usedLate(place.get().assignmentId());
            return new Speak(language, voice.closed(helpline.number()));
        }
        return answer(conversation, caller, language, voice);
    }

    /** Numbers can be forged and withheld: what all of them cost together has an end, and a coordinator sees it. */
    private VoiceReply stranger(String sentence) {
        if (limits.use(Limit.VOICE_TO_STRANGERS, "all").isEmpty()) {
            return new Speak(Language.EN, sentence);
        }
        tasks.raise(TaskKind.VOICES_UNANSWERED, Subject.SERVICE, Optional.empty());
        return new VoiceReply.Engaged();
    }

    private VoiceReply answer(Conversation conversation, Party caller, Language language, VoiceTexts voice) {
        if (!ringingHours.areEver()) {
            return new Speak(language, voice.textsOnly(helpline.number()));
        }
        Optional<Call> now = ringingHours.callNow(conversation.assignment().id(), time.now());
        if (now.isEmpty()) {
            return new Speak(language, voice.notNow(helpline.number()));
        }
        PhoneNumber other = conversation.recipient(caller.other()).number();
        if (optOuts.isOptedOut(blindIndex.of(other))) {
            return new Speak(language, voice.cannotConnect(helpline.number()));
        }
        audit.record(
                caller == Party.PEER
                        ? Actor.peer(conversation.peer().id())
                        : Actor.requester(conversation.requester().id()),
                "CALL_CONNECTED",
                Subject.of(Subject.Kind.CALL, now.get().id()),
                caller.name());
        return new VoiceReply.Connect(
                other, conversation.assignment().relayNumber(), new Speak(language, voice.afterwards()));
    }
}
