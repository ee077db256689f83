package org.peerline.relay.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.ending.AskForAnotherPeer;
import org.peerline.assignments.ending.CloseRequest;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.requests.Outcome;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Question;
import org.peerline.sms.outbox.Questions;
import org.peerline.sms.outbox.TextKind;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;

/** What each step does, in the transaction that has claimed it. */
@ApplicationScoped
class FirstContactSteps {
    /** Whoever reads the offer the next evening may still simply say OK. */
    private static final Duration OFFER_STANDS = Duration.ofHours(48);

    private final Conversations conversations;
    private final CloseRequest closeRequest;
    private final Questions questions;
    private final Outbox outbox;
    private final Tasks tasks;
    private final Helpline helpline;
    private final Audit audit;
    private final TimeSource time;

    FirstContactSteps(
            Conversations conversations,
            CloseRequest closeRequest,
            Questions questions,
            Outbox outbox,
            Tasks tasks,
            Helpline helpline,
            Audit audit,
            TimeSource time) {
        this.conversations = conversations;
        this.closeRequest = closeRequest;
        this.questions = questions;
        this.outbox = outbox;
        this.tasks = tasks;
        this.helpline = helpline;
        this.audit = audit;
        this.time = time;
    }

    void take(FirstContactStep step, UUID assignment) {
        Conversation conversation = conversations.of(assignment);
        switch (step) {
            case NUDGE_REQUESTER -> {
                var texts = conversation.textsFor(Party.REQUESTER).contact();
                say(conversation, Party.REQUESTER, texts.nudge(conversation.peerDisplayName(), helpline.number()));
                record("REQUESTER_NUDGED", assignment);
            }
            case CLOSE ->
                closeRequest
                        .close(conversation.request(), Outcome.NO_FIRST_TEXT, Actor.SERVICE)
                        .ifPresent(refusal -> {
                            throw new IllegalStateException(refusal.code());
                        });
            case NUDGE_PEER -> {
                var texts = conversation.textsFor(Party.PEER).peers();
                say(conversation, Party.PEER, texts.nudge(conversation.reference(), conversation.requesterFirstName()));
                record("PEER_NUDGED", assignment);
            }
            case OFFER_ANOTHER -> {
                offer(conversation);
                record("ANOTHER_PEER_OFFERED", assignment);
            }
            case ASK_COORDINATOR ->
                tasks.raise(
                        TaskKind.PEER_DOES_NOT_ANSWER,
                        Subject.of(Subject.Kind.REQUEST, conversation.request().id()),
                        Optional.of(conversation.request().id()));
        }
    }

    private void offer(Conversation conversation) {
        questions.ask(
                conversation.assignment().relayNumber(),
                conversation.requesterNumber(),
                new Question(
                        AskForAnotherPeer.QUESTION,
                        conversation.assignment().id(),
                        List.of(),
                        time.now().plus(OFFER_STANDS)));
        var texts = conversation.textsFor(Party.REQUESTER).contact();
        say(conversation, Party.REQUESTER, texts.offer(conversation.peerDisplayName(), helpline.number()));
    }

    private void say(Conversation conversation, Party party, String text) {
        outbox.say(OwedText.ours(
                TextKind.NOTICE,
                conversation.assignment().relayNumber(),
                conversation.recipient(party),
                conversation.requester().id(),
                text,
                conversation.concerns()));
    }

    private void record(String action, UUID assignment) {
        audit.record(Actor.SERVICE, action, Subject.of(Subject.Kind.ASSIGNMENT, assignment), null);
    }
}
