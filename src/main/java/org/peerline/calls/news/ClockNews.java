package org.peerline.calls.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.calls.clock.CallClock;
import org.peerline.calls.clock.CallTask;
import org.peerline.calls.clock.VoiceConfig;
import org.peerline.calls.negotiation.Agreement;
import org.peerline.calls.negotiation.Call;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.QuietHours;
import org.peerline.sms.outbox.TextKind;

/** What people hear of an agreed call without having asked: reminders, how to ring, and whether it took place. */
@ApplicationScoped
public class ClockNews {
    private static final Duration SHORTLY = Duration.ofMinutes(30);

    private final Conversations conversations;
    private final CallTray tray;
    private final CallClock clock;
    private final VoiceConfig voice;
    private final QuietHours quietHours;
    private final TimeSource time;

    ClockNews(
            Conversations conversations,
            CallTray tray,
            CallClock clock,
            VoiceConfig voice,
            QuietHours quietHours,
            TimeSource time) {
        this.conversations = conversations;
        this.tray = tray;
        this.clock = clock;
        this.voice = voice;
        this.quietHours = quietHours;
        this.time = time;
    }

    /** Both, alike. */
    public void remind(Call call, CallTask task) {
        Conversation conversation = conversations.of(call.assignmentId());
        for (Party party : Party.values()) {
            var texts = conversation.textsFor(party).reminders();
            var sentences = CallSentences.to(party, conversation);
            String reminder = task == CallTask.EVENING_REMINDER
                    ? texts.evening(sentences.name(), sentences.when(call))
                    : texts.soon(sentences.name(), sentences.when(call));
            String text = saysHowToRing(call, task) ? reminder + " " + howToRing(party, conversation) : reminder;
            tray.remind(party, text, call, conversation, time.now());
        }
    }

    public void askForOutcome(Call call) {
        Conversation conversation = conversations.of(call.assignmentId());
        var sentences = CallSentences.to(Party.PEER, conversation);
        String text = conversation.textsFor(Party.PEER).outcomes().ask(sentences.name(), sentences.when(call));
        // Late, after an outage or with the end of the conversation, it must wake nobody either.
        tray.owe(TextKind.CALL, Party.PEER, text, call, conversation, quietHours.over(time.now()));
    }

    /** A call that is agreed so shortly before that no reminder comes needs the same words at once. */
    void sayHowToRingUnlessReminded(Call call, Conversation conversation) {
        if (lastReminder(call).isEmpty()) {
            for (Party party : Party.values()) {
                tray.remind(party, howToRing(party, conversation), call, conversation, time.now());
            }
        }
    }

    /** A reminder comes too late to remind; whom to ring must be known all the same, as long as the call is to come. */
    public void leftOut(Call call, CallTask task) {
        Instant begins = call.startsAt().toInstant();
        Instant now = time.now();
        boolean wasToSayIt = !voice.enabled() && task.isReminder() && saysHowToRing(call, task);
        if (!wasToSayIt || !now.isBefore(begins)) {
            return;
        }
        Instant awake = quietHours.over(now);
        Instant shortlyBefore = begins.minus(SHORTLY);
        Instant ratherLate = now.isAfter(shortlyBefore) ? now : shortlyBefore;
        Conversation conversation = conversations.of(call.assignmentId());
        for (Party party : Party.values()) {
            tray.remind(
                    party,
                    howToRing(party, conversation),
                    call,
                    conversation,
                    awake.isBefore(begins) ? awake : ratherLate);
        }
    }

    /** Where the number itself has to be told, it is told once, as late as may be: a call may still be called off. */
    private boolean saysHowToRing(Call call, CallTask task) {
        return voice.enabled() || lastReminder(call).filter(task::equals).isPresent();
    }

    private Optional<CallTask> lastReminder(Call call) {
        var agreedAt = call.agreements().stream()
                .map(Agreement::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return clock.planOf(call, agreedAt).entrySet().stream()
                .filter(planned -> planned.getKey().isReminder())
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private String howToRing(Party party, Conversation conversation) {
        var texts = conversation.textsFor(party).reminders();
        if (voice.enabled()) {
            return texts.ringThisNumber();
        }
        return party == Party.PEER
                ? texts.ring(
                        conversation.requesterFirstName(),
                        conversation.requesterNumber().national())
                : texts.youAreRung(conversation.peerDisplayName());
    }
}
