package org.peerline.conversation.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.api.input.MobileNumbers;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.conversation.command.Command;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.conversation.safety.CrisisDesk;
import org.peerline.core.Subject;
import org.peerline.intake.dialogue.IntakeDialogue;
import org.peerline.intake.dialogue.IntakeReply;
import org.peerline.intake.dialogue.IntakeReply.Saying;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSms.OptOut;
import org.peerline.sms.optout.OptOutWords;
import org.peerline.sms.optout.OptOuts;
import org.peerline.sms.outbox.Recipient;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** Where somebody is asked for what the phone line asks for, one question a text. */
@ApplicationScoped
public class IntakeDesk {
    private static final String GUARD = "INTAKE";

    private final IntakeDialogue dialogue;
    private final IntakeReplies words;
    private final CrisisDesk crisisDesk;
    private final LoopGuard loopGuard;
    private final OptOuts optOuts;
    private final MobileNumbers numbers;
    private final Helpline helpline;
    private final Replies replies;
    private final Limits limits;
    private final Audit audit;
    private final Tasks tasks;

    IntakeDesk(
            IntakeDialogue dialogue,
            IntakeReplies words,
            CrisisDesk crisisDesk,
            LoopGuard loopGuard,
            OptOuts optOuts,
            MobileNumbers numbers,
            Helpline helpline,
            Replies replies,
            Limits limits,
            Audit audit,
            Tasks tasks) {
        this.dialogue = dialogue;
        this.words = words;
        this.crisisDesk = crisisDesk;
        this.loopGuard = loopGuard;
        this.optOuts = optOuts;
        this.numbers = numbers;
        this.helpline = helpline;
        this.replies = replies;
        this.limits = limits;
        this.audit = audit;
        this.tasks = tasks;
    }

    public boolean isUnderWay(InboundSms sms) {
        return dialogue.isUnderWay(sms.from());
    }

    /** Forgets what was answered: after STOP. */
    public void forget(InboundSms sms) {
        dialogue.forget(sms.from());
    }

    /** The first text, whatever it says. */
    public void begin(InboundSms sms, String sender, String written, Optional<Command> command) {
        boolean crisis = crisisDesk.isCrisis(written);
        if (optOuts.isOptedOut(sender)) {
            // Nothing that we say reaches them, and a question that nobody sees must not wait for its answer.
            if (crisis) {
                crisisDesk.note(Actor.SERVICE, Subject.SERVICE, Optional.empty());
            }
            return;
        }
        if (command.isPresent()) {
            loopGuard.understood(sender);
        }
        // A landline may have a text read aloud to whoever is in the room, and an automatic answer must not begin a
        // chat. Somebody in danger is answered all the same.
        if (numbers.read(sms.from().e164()).isEmpty()) {
            if (crisis) {
                crisisDesk.note(Actor.SERVICE, Subject.SERVICE, Optional.empty());
            }
            replies.answerAbroad(sms);
            return;
        }
        if (!loopGuard.mayAnswer(sender, GUARD) && !crisis) {
            return;
        }
        if (OptOutWords.mentionsStopping(written) && !crisis) {
            tasks.raise(TaskKind.STOPPING_MENTIONED, Subject.SERVICE, Optional.empty());
            replies.answerStranger(sms, dialogue.textsFor(sms.from()).intake().guide(helpline.number()));
            return;
        }
        if (mayNotBegin(sender)) {
            refuse(sms, sender, crisis);
            return;
        }
        Language language =
                command.filter(Command.ChooseLanguage.class::isInstance).isPresent()
                        ? ((Command.ChooseLanguage) command.get()).language()
                        : Language.EN;
        IntakeReply reply = dialogue.begin(
                sms.from(),
                written,
                language,
                command.filter(Command.HideSubject.class::isInstance).isPresent());
        if (crisis) {
            crisis(sms, sender, reply);
        }
        say(sms, reply);
    }

    /** One number asks for somebody so often and no more; nor do all numbers together. */
    private boolean mayNotBegin(String sender) {
        return limits.look(Limit.INTAKE_PER_NUMBER, sender).isPresent()
                || limits.use(Limit.INTAKES_BEGUN, "all").isPresent();
    }

    private void refuse(InboundSms sms, String sender, boolean crisis) {
        SmsTexts texts = dialogue.textsFor(sms.from());
        tasks.raise(TaskKind.INTAKE_REFUSED, Subject.SERVICE, Optional.empty());
        if (crisis) {
            crisisDesk.note(Actor.SERVICE, Subject.SERVICE, Optional.empty());
            if (crisisDesk.mayTell(sender)) {
                replies.answerStrangerInDanger(sms, texts.safety().crisis(helpline.number()));
            }
        } else if (loopGuard.mayAnswerStranger(sender, LoopGuard.TOO_OFTEN)) {
            replies.answerStranger(sms, texts.frontDoor().tooOften(helpline.number()));
        }
    }

    /** A text while an intake is under way. */
    public void hear(InboundSms sms, String sender, String written, Optional<Command> command) {
        if (sms.pictures() > 0) {
            tell(sms, sender, dialogue.present(sms.from()).texts().relay().pictureNotPassedOn());
        }
        if (written.isBlank()) {
            return;
        }
        if (command.isPresent()) {
            obey(sms, sender, command.get());
            return;
        }
        if (crisisDesk.isCrisis(written)) {
            IntakeReply present = dialogue.present(sms.from());
            crisis(sms, sender, present);
            // The answer above has a cap of its own; the question keeps no robot busy.
            if (loopGuard.mayAnswer(sender, GUARD)) {
                say(sms, present);
            }
            return;
        }
        if (OptOutWords.mentionsStopping(written)) {
            // No answer to what we asked, and not to be kept as one.
            IntakeReply guide = dialogue.guide(sms.from());
            tasks.raise(TaskKind.STOPPING_MENTIONED, subject(guide), Optional.empty());
            if (loopGuard.mayAnswer(sender, GUARD)) {
                say(sms, guide);
            }
            return;
        }
        IntakeReply reply = dialogue.hear(sms.from(), written);
        if (reply.saying() == Saying.TOO_OFTEN) {
            tasks.raise(TaskKind.INTAKE_REFUSED, subject(reply), Optional.empty());
        }
        if (reply.saying() == Saying.NEXT || reply.saying() == Saying.OPENED) {
            loopGuard.understood(sender, GUARD);
            say(sms, reply);
        } else if (loopGuard.mayAnswer(sender, GUARD)) {
            say(sms, reply);
        }
    }

    private void obey(InboundSms sms, String sender, Command command) {
        if (command instanceof Command.ShowGuide guide) {
            guide(sms, sender, guide.help());
        } else if (command instanceof Command.Redo) {
            say(sms, dialogue.redo(sms.from()));
        } else if (command instanceof Command.Later) {
            say(sms, dialogue.later(sms.from()));
        } else if (command instanceof Command.ChooseLanguage choice) {
            say(sms, dialogue.speak(sms.from(), choice.language()));
        } else if (command instanceof Command.HideSubject) {
            say(sms, dialogue.speakNeutrally(sms.from()));
        } else if (loopGuard.mayAnswer(sender, GUARD)) {
            say(sms, dialogue.again(sms.from()));
        }
    }

    private void guide(InboundSms sms, String sender, boolean help) {
        IntakeReply reply = dialogue.guide(sms.from());
        if (help) {
            // It may mean more than a question about words.
            audit.record(Actor.SERVICE, "HELP_TEXTED", subject(reply), null);
            tasks.raise(TaskKind.HELP_ASKED, subject(reply), Optional.empty());
        }
        if (sms.optOut() != OptOut.HELP && loopGuard.mayTell(sender, "GUIDE")) {
            say(sms, reply);
        }
    }

    private void crisis(InboundSms sms, String sender, IntakeReply reply) {
        crisisDesk.note(Actor.SERVICE, subject(reply), Optional.empty());
        if (crisisDesk.mayTell(sender)) {
            replies.answerInDanger(
                    sms.to(), recipient(sms), reply.texts().safety().crisis(helpline.number()));
        }
    }

    private void tell(InboundSms sms, String sender, String text) {
        if (loopGuard.mayAnswer(sender, "PICTURE")) {
            replies.answer(sms.to(), recipient(sms), text);
        }
    }

    private void say(InboundSms sms, IntakeReply reply) {
        words.text(reply)
                .ifPresent(text -> reply.about()
                        .ifPresentOrElse(
                                known -> replies.answerKnown(sms, known, text),
                                () -> replies.answer(sms.to(), recipient(sms), text)));
        if (reply.saying() == Saying.ALREADY_OPEN) {
            replies.answer(sms.to(), recipient(sms), reply.texts().status().waiting(helpline.number()));
        }
    }

    private static Recipient recipient(InboundSms sms) {
        return Recipient.stranger(sms.from());
    }

    private static Subject subject(IntakeReply reply) {
        return Subject.of(Subject.Kind.INTAKE, reply.intake());
    }
}
