package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.ending.AskForAnotherPeer;
import org.peerline.assignments.ending.CloseRequest;
import org.peerline.assignments.ending.LeaveKnownPerson;
import org.peerline.assignments.ending.PassRequest;
import org.peerline.audit.Actor;
import org.peerline.conversation.command.Command;
import org.peerline.conversation.reply.Replies;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.requests.Outcome;
import org.peerline.sms.outbox.Question;
import org.peerline.sms.outbox.Questions;

/**
 * The words that end something: PASS from a peer who has not answered yet, CHANGE from a requester, DONE from either.
 * CHANGE and DONE cannot be taken back, so they are asked about first; only a plain OK does them.
 */
@ApplicationScoped
class EndingDesk {
    private static final String CHANGE = AskForAnotherPeer.QUESTION;
    private static final String DONE = "DONE";
    private static final Duration QUESTION_STANDS = Duration.ofHours(24);

    private final PassRequest passRequest;
    private final AskForAnotherPeer askForAnotherPeer;
    private final LeaveKnownPerson leaveKnownPerson;
    private final CloseRequest closeRequest;
    private final Questions questions;
    private final Replies replies;
    private final TimeSource time;

    EndingDesk(
            PassRequest passRequest,
            AskForAnotherPeer askForAnotherPeer,
            LeaveKnownPerson leaveKnownPerson,
            CloseRequest closeRequest,
            Questions questions,
            Replies replies,
            TimeSource time) {
        this.passRequest = passRequest;
        this.askForAnotherPeer = askForAnotherPeer;
        this.leaveKnownPerson = leaveKnownPerson;
        this.closeRequest = closeRequest;
        this.questions = questions;
        this.replies = replies;
        this.time = time;
    }

    /** False when the command neither ends anything nor answers a question about it. */
    boolean answer(Conversation conversation, Party sender, Command command) {
        var texts = conversation.textsFor(sender).ending();
        String other = conversation.nameOf(sender.other());
        if (command instanceof Command.PassRequest) {
            pass(conversation, sender);
        } else if (command instanceof Command.KnowThisPerson) {
            leave(conversation, sender);
        } else if (command instanceof Command.ChangePeer) {
            ask(conversation, sender, CHANGE, texts.askBeforeChange(other));
        } else if (command instanceof Command.EndConversation) {
            ask(conversation, sender, DONE, texts.askBeforeDone(other));
        } else if (lapsed(conversation, sender, command)) {
            replies.answer(conversation, sender, texts.questionLapsed());
        } else if (command instanceof Command.Accept) {
            return asked(conversation, sender)
                    .map(kind -> end(conversation, sender, kind))
                    .orElse(false);
        } else if (command instanceof Command.Decline) {
            Optional<String> kind = asked(conversation, sender);
            kind.ifPresent(which -> replies.answer(
                    conversation,
                    sender,
                    which.equals(CHANGE) ? texts.changeDropped(other) : texts.doneDropped(other)));
            return kind.isPresent();
        } else {
            return false;
        }
        return true;
    }

    private void pass(Conversation conversation, Party sender) {
        var toPeer = conversation.textsFor(Party.PEER).peers();
        boolean passed = passRequest.pass(conversation).isEmpty();
        replies.answer(
                conversation,
                sender,
                passed
                        ? toPeer.passed(conversation.reference())
                        : toPeer.passTooLate(conversation.reference(), conversation.requesterFirstName()));
    }

    /** Not asked about first: the words are too many to be sent by mistake, and every further text may be too much. */
    private void leave(Conversation conversation, Party sender) {
        boolean left = leaveKnownPerson.leave(conversation, sender).isEmpty();
        if (left && sender == Party.PEER) {
            replies.answer(
                    conversation,
                    sender,
                    conversation.textsFor(Party.PEER).peers().passed(conversation.reference()));
        }
    }

    private void ask(Conversation conversation, Party sender, String kind, String question) {
        questions.ask(
                conversation.assignment().relayNumber(),
                conversation.recipient(sender).number(),
                new Question(
                        kind,
                        conversation.assignment().id(),
                        List.of(),
                        time.now().plus(QUESTION_STANDS)));
        replies.answer(conversation, sender, question);
    }

    /** An OK or NO that comes too late does nothing but say so; the question is forgotten with it. */
    private boolean lapsed(Conversation conversation, Party sender, Command command) {
        return (command instanceof Command.Accept || command instanceof Command.Decline)
                && questions
                        .takeLapsed(
                                conversation.assignment().relayNumber(),
                                conversation.recipient(sender).number())
                        .filter(question -> Set.of(CHANGE, DONE).contains(question.kind()))
                        .filter(question -> conversation.assignment().id().equals(question.subject()))
                        .isPresent();
    }

    /** The question of ours that an OK or NO answers now; it is answered with this. */
    private Optional<String> asked(Conversation conversation, Party sender) {
        var ours = conversation.assignment().relayNumber();
        var person = conversation.recipient(sender).number();
        return questions
                .open(ours, person)
                .filter(question -> Set.of(CHANGE, DONE).contains(question.kind()))
                .filter(question -> conversation.assignment().id().equals(question.subject()))
                .map(question -> {
                    questions.forget(ours, person);
                    return question.kind();
                });
    }

    private boolean end(Conversation conversation, Party sender, String kind) {
        if (kind.equals(CHANGE)) {
            return askForAnotherPeer.change(conversation);
        }
        Actor actor = sender == Party.PEER
                ? Actor.peer(conversation.peer().id())
                : Actor.requester(conversation.requester().id());
        return closeRequest
                .close(conversation.request(), Outcome.COMPLETED, actor)
                .isEmpty();
    }
}
