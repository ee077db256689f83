package org.peerline.conversation.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.assignments.Conversation;
import org.peerline.calls.Calls;
import org.peerline.calls.CancelCall;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.Negotiation;
import org.peerline.conversation.command.Command;
import org.peerline.conversation.command.CommandParser;
import org.peerline.conversation.command.Desk;
import org.peerline.core.Party;
import org.peerline.sms.InboundSms;

/** Where the front desk sends whoever texts about calls. */
@ApplicationScoped
public class CallDesk {
    private static final int MOST_CHOICES = 5;
    private static final int MOST_LINES = 10;

    private final SuggestingDesk suggestingDesk;
    private final AnsweringDesk answeringDesk;
    private final OutcomeDesk outcomeDesk;
    private final CancelCall cancelCall;
    private final Calls calls;
    private final OpenCalls openCalls;
    private final CallQuestions questions;
    private final CallReplies replies;

    CallDesk(
            SuggestingDesk suggestingDesk,
            AnsweringDesk answeringDesk,
            OutcomeDesk outcomeDesk,
            CancelCall cancelCall,
            Calls calls,
            OpenCalls openCalls,
            CallQuestions questions,
            CallReplies replies) {
        this.suggestingDesk = suggestingDesk;
        this.answeringDesk = answeringDesk;
        this.outcomeDesk = outcomeDesk;
        this.cancelCall = cancelCall;
        this.calls = calls;
        this.openCalls = openCalls;
        this.questions = questions;
        this.replies = replies;
    }

    /**
     * Does what a text about calls asks for, in the caller's transaction, and owes the answers. False when the words ask
     * for nothing now (a bare NO to the other person's question, a number that we did not ask for): then the text is
     * conversation and nothing has been done.
     *
     * @param conversation an open one
     */
    public boolean answer(Conversation conversation, Party sender, Command command, InboundSms sms) {
        var texter = new CallTexter(conversation, sender, sms.receivedAt());
        if (command instanceof Command.Choose choose) {
            return choose(texter, choose.number());
        }
        if (command instanceof Command.Accept || command instanceof Command.Decline) {
            return answeringDesk.yesOrNo(texter, command instanceof Command.Accept);
        }
        if (command instanceof Command.ListCalls) {
            list(texter);
            return true;
        }
        if (command instanceof Command.WantMore || command instanceof Command.HadEnough) {
            return outcomeDesk.furtherCall(texter, command instanceof Command.WantMore);
        }
        return change(texter, command);
    }

    /**
     * How a call went may still be said when the conversation has ended since. False for anything else, and when no call
     * waits for it.
     */
    public boolean answerLate(Conversation conversation, Party sender, String written, InboundSms sms) {
        var texter = new CallTexter(conversation, sender, sms.receivedAt());
        return sender == Party.PEER
                && CommandParser.parse(written, Desk.PEER_ON_RELAY, texter.language())
                        .filter(command -> reportLate(texter, command))
                        .isPresent();
    }

    private boolean reportLate(CallTexter texter, Command command) {
        if (command instanceof Command.Choose choose) {
            return questions
                            .waiting(texter)
                            .filter(asked -> asked.question().isAboutAnOutcome())
                            .isPresent()
                    && choose(texter, choose.number());
        }
        boolean report = command instanceof Command.ReportHeld || command instanceof Command.ReportMissed;
        return report && outcomeDesk.isAwaited(texter) && change(texter, command);
    }

    /** Whoever begins something new has left our last question behind. */
    private boolean change(CallTexter texter, Command command) {
        if (command instanceof Command.ProposeCall call) {
            questions.forget(texter);
            suggestingDesk.call(texter, call.when());
        } else if (command instanceof Command.MoveCall move) {
            questions.forget(texter);
            suggestingDesk.move(texter, move.when());
        } else if (command instanceof Command.DropCall) {
            questions.forget(texter);
            drop(texter);
        } else if (command instanceof Command.ReportHeld held) {
            questions.forget(texter);
            outcomeDesk.held(texter, held.minutes());
        } else if (command instanceof Command.ReportMissed) {
            questions.forget(texter);
            outcomeDesk.missed(texter);
        } else {
            return false;
        }
        return true;
    }

    /** The call that an OK or NO of this side would answer once they have read of it: the other side's suggestion. */
    public Optional<UUID> awaitsAnswer(Conversation conversation, Party sender) {
        return openCalls.theirs(new CallTexter(conversation, sender)).map(Call::id);
    }

    /**
     * For a text that begins like a yes or a no and has been passed on: its sender is asked for a plain answer, if they
     * have one to give.
     */
    public void didYouMeanToAgree(Conversation conversation, Party sender) {
        var texter = new CallTexter(conversation, sender);
        openCalls.theirs(texter).ifPresent(open -> {
            if (open.times().size() > 1) {
                replies.tellAgain(texter, open);
            } else {
                replies.say(texter, texter.texts().didYouMeanToAgree(texter.nameOfTheOther(), texter.when(open)), open);
            }
        });
    }

    private void drop(CallTexter texter) {
        openCalls.lapse(texter);
        List<Call> droppable = OpenCalls.droppable(openCalls.of(texter), texter.party());
        if (droppable.isEmpty()) {
            replies.say(texter, openCalls.begun(texter).orElseGet(texter.texts()::nothingAgreed));
        } else if (droppable.size() == 1) {
            drop(texter, droppable.get(0));
        } else {
            questions.ask(
                    texter,
                    CallQuestion.CALL_TO_DROP,
                    droppable.stream()
                            .limit(MOST_CHOICES)
                            .map(call -> CallChoice.call(call.startsAt().toInstant(), call.id(), List.of()))
                            .toList());
        }
    }

    private void drop(CallTexter texter, Call call) {
        replies.sayIfRefused(texter, cancelCall.cancel(call.id(), texter.speaker()), texter.when(call), "DROP");
    }

    private void list(CallTexter texter) {
        openCalls.lapse(texter);
        Negotiation negotiation = openCalls.of(texter);
        var texts = texter.texts();
        String name = texter.nameOfTheOther();
        var lines = new ArrayList<String>();
        Optional<Call> open = negotiation.open();
        open.ifPresent(call -> lines.add(
                call.proposedBy() == texter.party()
                        ? texts.lineTheirMove(name, texter.when(call))
                        : texts.lineYourMove(texter.when(call))));
        negotiation.agreed().stream().limit(MOST_LINES).forEach(call -> lines.add(texts.lineAgreed(texter.when(call))));
        String text = lines.isEmpty() ? texts.listEmpty() : texts.list(name, lines);
        open.ifPresentOrElse(call -> replies.say(texter, text, call), () -> replies.say(texter, text));
    }

    /** The number answers what we asked them; failing that, it is one of the times that the other side offers. */
    private boolean choose(CallTexter texter, int number) {
        Optional<CallQuestions.Waiting> waiting = questions.waiting(texter);
        if (waiting.isEmpty()) {
            return answeringDesk.choose(texter, number);
        }
        var asked = waiting.get();
        openCalls.lapse(texter);
        if (number > asked.choices().size()) {
            if (asked.choices().size() == 1) {
                return false;
            }
            questions.ask(texter, asked.question(), asked.choices());
        } else {
            questions.forget(texter);
            chosen(texter, asked.question(), asked.choices().get(number - 1));
        }
        return true;
    }

    private void chosen(CallTexter texter, CallQuestion question, CallChoice choice) {
        switch (question) {
            case TIME_TO_CALL, TIME_TO_MOVE, CALL_TO_MOVE, OVERLAP_OF_CALL, OVERLAP_OF_MOVE ->
                suggestingDesk.chosen(texter, question, choice);
            case CALL_TO_DROP -> drop(texter, calls.findById(choice.call().orElseThrow()));
            case CALL_THAT_WAS_HELD, CALL_THAT_WAS_MISSED -> outcomeDesk.chosen(texter, question, choice);
        }
    }
}
