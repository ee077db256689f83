package org.peerline.conversation.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.assignments.Conversation;
import org.peerline.calls.AnswerProposal;
import org.peerline.calls.Calls;
import org.peerline.calls.CancelCall;
import org.peerline.calls.LapseProposals;
import org.peerline.calls.MoveCall;
import org.peerline.calls.ProposeCall;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.CallOutcome.Refused;
import org.peerline.calls.negotiation.Negotiation;
import org.peerline.conversation.command.Command;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.sms.InboundSms;

/** Where the front desk sends whoever texts about calls. */
@ApplicationScoped
public class CallDesk {
    private static final int MOST_CHOICES = 5;
    private static final int MOST_LINES = 10;

    private final ProposeCall proposeCall;
    private final AnswerProposal answerProposal;
    private final MoveCall moveCall;
    private final CancelCall cancelCall;
    private final LapseProposals lapseProposals;
    private final Calls calls;
    private final CallTimeDesk times;
    private final CallQuestions questions;
    private final CallReplies replies;
    private final TimeSource time;
    private final ZoneId zone;

    CallDesk(
            ProposeCall proposeCall,
            AnswerProposal answerProposal,
            MoveCall moveCall,
            CancelCall cancelCall,
            LapseProposals lapseProposals,
            Calls calls,
            CallTimeDesk times,
            CallQuestions questions,
            CallReplies replies,
            TimeSource time,
            @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.proposeCall = proposeCall;
        this.answerProposal = answerProposal;
        this.moveCall = moveCall;
        this.cancelCall = cancelCall;
        this.lapseProposals = lapseProposals;
        this.calls = calls;
        this.times = times;
        this.questions = questions;
        this.replies = replies;
        this.time = time;
        this.zone = zone;
    }

    /**
     * Does what a text about calls asks for, in the caller's transaction, and owes the answers. False when the words ask
     * for nothing now (a bare NO to the other person's question, a number that we did not ask for): then the text is
     * conversation and nothing has been done.
     *
     * @param conversation an open one
     */
    public boolean answer(Conversation conversation, Party sender, Command command, InboundSms sms) {
        var texter = new CallTexter(conversation, sender);
        if (command instanceof Command.ProposeCall call) {
            questions.forget(texter);
            times.read(texter, CallQuestion.TIME_TO_CALL, call.when(), sms.receivedAt())
                    .ifPresent(at -> propose(texter, at));
            return true;
        }
        if (command instanceof Command.MoveCall move) {
            questions.forget(texter);
            move(texter, move.when(), sms.receivedAt());
            return true;
        }
        if (command instanceof Command.DropCall) {
            questions.forget(texter);
            drop(texter);
            return true;
        }
        if (command instanceof Command.ListCalls) {
            list(texter);
            return true;
        }
        if (command instanceof Command.Choose choose) {
            return choose(texter, choose.number());
        }
        boolean yes = command instanceof Command.Accept;
        return (yes || command instanceof Command.Decline) && yesOrNo(texter, yes);
    }

    /** Whether the other side has suggested a time that this one has not answered. */
    public boolean awaitsAnswer(Conversation conversation, Party sender) {
        return theirs(new CallTexter(conversation, sender)).isPresent();
    }

    /**
     * For a text that begins like a yes or a no and says more: it has been passed on, and its sender is asked for a plain
     * answer, if they have one to give.
     */
    public void didYouMeanToAgree(Conversation conversation, Party sender) {
        var texter = new CallTexter(conversation, sender);
        theirs(texter)
                .ifPresent(open -> replies.say(
                        texter, texter.texts().didYouMeanToAgree(texter.nameOfTheOther(), texter.when(open))));
    }

    private Optional<Call> theirs(CallTexter texter) {
        return negotiation(texter)
                .open()
                .filter(open -> open.proposedBy() != texter.party()
                        && open.startsAt().toInstant().isAfter(time.now()));
    }

    private void propose(CallTexter texter, ZonedDateTime at) {
        var outcome = proposeCall.propose(texter.conversation().assignment().id(), texter.speaker(), at);
        sayIfRefused(texter, outcome, texter.when(at), "CALL");
    }

    private boolean yesOrNo(CallTexter texter, boolean yes) {
        boolean lapsed = lapse(texter);
        Negotiation negotiation = negotiation(texter);
        Optional<Call> open = negotiation.open();
        boolean theirs = open.isPresent() && open.get().proposedBy() != texter.party();
        if (!theirs) {
            // Both have just been told that it lapsed, and that is the answer.
            return lapsed || nothingToAnswer(texter, negotiation, yes);
        }
        var call = open.get();
        var outcome = yes
                ? answerProposal.accept(call.id(), texter.speaker())
                : answerProposal.decline(call.id(), texter.speaker());
        sayIfRefused(texter, outcome, texter.when(call), "CALL");
        return true;
    }

    /** Where the other person spoke last, a bare yes or no is for them. */
    private boolean nothingToAnswer(CallTexter texter, Negotiation negotiation, boolean yes) {
        if (!replies.spokeLast(texter)) {
            return false;
        }
        var texts = texter.texts();
        String name = texter.nameOfTheOther();
        Optional<Call> own = negotiation.open();
        List<Call> agreed = negotiation.agreed();
        if (own.isPresent()) {
            replies.say(texter, texts.ownProposal(name, texter.when(own.get())));
        } else if (yes && agreed.size() == 1) {
            replies.say(texter, texts.alreadyAgreed(name, texter.when(agreed.get(0))));
        } else {
            replies.say(texter, texts.nothingOpen());
        }
        return true;
    }

    private void move(CallTexter texter, String written, Instant sent) {
        lapse(texter);
        if (movable(negotiation(texter)).isEmpty()) {
            replies.say(texter, texter.texts().nothingToMove());
            return;
        }
        times.read(texter, CallQuestion.TIME_TO_MOVE, written, sent).ifPresent(at -> moveTo(texter, at));
    }

    private void moveTo(CallTexter texter, ZonedDateTime at) {
        lapse(texter);
        List<Call> movable = movable(negotiation(texter));
        if (movable.isEmpty()) {
            replies.say(texter, texter.texts().nothingToMove());
        } else if (movable.size() == 1) {
            move(texter, movable.get(0), at);
        } else {
            ask(texter, CallQuestion.CALL_TO_MOVE, movable, Optional.of(at.toInstant()));
        }
    }

    private void move(CallTexter texter, Call call, ZonedDateTime at) {
        sayIfRefused(texter, moveCall.move(call.id(), texter.speaker(), at), texter.when(at), "MOVE");
    }

    private void drop(CallTexter texter) {
        lapse(texter);
        List<Call> droppable = droppable(negotiation(texter), texter.party());
        if (droppable.isEmpty()) {
            replies.say(texter, texter.texts().nothingAgreed());
        } else if (droppable.size() == 1) {
            drop(texter, droppable.get(0));
        } else {
            ask(texter, CallQuestion.CALL_TO_DROP, droppable, Optional.empty());
        }
    }

    private void drop(CallTexter texter, Call call) {
        sayIfRefused(texter, cancelCall.cancel(call.id(), texter.speaker()), texter.when(call), "DROP");
    }

    private void list(CallTexter texter) {
        lapse(texter);
        Negotiation negotiation = negotiation(texter);
        var texts = texter.texts();
        String name = texter.nameOfTheOther();
        var lines = new ArrayList<String>();
        negotiation
                .open()
                .ifPresent(open -> lines.add(
                        open.proposedBy() == texter.party()
                                ? texts.lineTheirMove(name, texter.when(open))
                                : texts.lineYourMove(texter.when(open))));
        negotiation.agreed().stream().limit(MOST_LINES).forEach(call -> lines.add(texts.lineAgreed(texter.when(call))));
        replies.say(texter, lines.isEmpty() ? texts.listEmpty() : texts.list(name, lines));
    }

    private boolean choose(CallTexter texter, int number) {
        Optional<CallQuestions.Waiting> waiting = questions.waiting(texter);
        waiting.ifPresent(asked -> {
            lapse(texter);
            if (number > asked.choices().size()) {
                questions.ask(texter, asked.question(), asked.choices());
            } else {
                questions.forget(texter);
                chosen(texter, asked.question(), asked.choices().get(number - 1));
            }
        });
        return waiting.isPresent();
    }

    private void chosen(CallTexter texter, CallQuestion question, CallChoice choice) {
        ZonedDateTime shown = choice.shown().atZone(zone);
        switch (question) {
            case TIME_TO_CALL -> propose(texter, shown);
            case TIME_TO_MOVE -> moveTo(texter, shown);
            case CALL_TO_MOVE ->
                move(
                        texter,
                        calls.findById(choice.call().orElseThrow()),
                        choice.moveTo().orElseThrow().atZone(zone));
            case CALL_TO_DROP -> drop(texter, calls.findById(choice.call().orElseThrow()));
        }
    }

    private void ask(CallTexter texter, CallQuestion question, List<Call> which, Optional<Instant> moveTo) {
        questions.ask(
                texter,
                question,
                which.stream()
                        .limit(MOST_CHOICES)
                        .map(call -> new CallChoice(call.startsAt().toInstant(), Optional.of(call.id()), moveTo))
                        .toList());
    }

    /** The open proposal of either side, and the agreed calls that it would not move anyway. */
    private static List<Call> movable(Negotiation negotiation) {
        var movable = new ArrayList<>(negotiation.open().stream().toList());
        Optional<Call> open = negotiation.open();
        negotiation.agreed().stream()
                .filter(call -> open.isEmpty() || !open.get().replaces().equals(Optional.of(call.id())))
                .forEach(movable::add);
        return movable;
    }

    /** The agreed calls, and one's own proposal unless it would only move one of them. */
    private static List<Call> droppable(Negotiation negotiation, Party party) {
        var droppable = new ArrayList<>(negotiation.agreed());
        negotiation
                .open()
                .filter(open -> open.proposedBy() == party
                        && droppable.stream().noneMatch(call -> open.replaces().equals(Optional.of(call.id()))))
                .ifPresent(droppable::add);
        return droppable;
    }

    private void sayIfRefused(CallTexter texter, CallOutcome outcome, String when, String word) {
        if (outcome instanceof Refused refused) {
            replies.refused(texter, refused, when, word);
        }
    }

    /** Takes the assignment's lock too, so that what is read afterwards stays true. */
    private boolean lapse(CallTexter texter) {
        return lapseProposals.lapse(texter.conversation().assignment().id());
    }

    private Negotiation negotiation(CallTexter texter) {
        return calls.negotiation(texter.conversation().assignment().id(), time.now());
    }
}
