package org.peerline.conversation.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.intake.answer.Reading.Why;
import org.peerline.intake.dialogue.IntakeReply;
import org.peerline.intake.dialogue.IntakeStep;
import org.peerline.intake.dialogue.KeptAnswers;
import org.peerline.wording.Helpline;
import org.peerline.wording.desk.IntakeTexts;

/** The words for what came of a text in the intake: at most one question, and what leads to it. */
@ApplicationScoped
class IntakeReplies {
    private final Helpline helpline;
    private final KeptAnswers kept;

    IntakeReplies(Helpline helpline, KeptAnswers kept) {
        this.kept = kept;
        this.helpline = helpline;
    }

    /** Empty when another text says it all. */
    Optional<String> text(IntakeReply reply) {
        IntakeTexts texts = reply.texts().intake();
        String line = helpline.number();
        return switch (reply.saying()) {
            case BEGUN -> Optional.of(IntakeTexts.of(texts.welcome(), texts.privacy(line), question(reply)));
            case BEGUN_AFTER_STORY ->
                Optional.of(IntakeTexts.of(texts.welcomeAfterStory(), texts.privacy(line), question(reply)));
            case NEXT -> Optional.of(question(reply));
            case AGAIN -> Optional.of(again(reply, texts, reply.why().orElse(Why.NOT_UNDERSTOOD)));
            case PERSON_OFFERED -> Optional.of(texts.offerPerson(line, kept.said(texts)));
            case EXPLAINED -> Optional.of(IntakeTexts.of(why(reply, texts), question(reply)));
            case REPEATED -> Optional.of(IntakeTexts.of(texts.repeated(), question(reply)));
            case STORY -> Optional.of(IntakeTexts.of(texts.storyInside(), question(reply)));
            case PAUSED -> Optional.of(texts.paused(line, kept.said(texts)));
            case RESUMED -> Optional.of(IntakeTexts.of(texts.resumed(), question(reply)));
            case AT_FIRST -> Optional.of(IntakeTexts.of(texts.atFirst(), question(reply)));
            case LANGUAGE_CHOSEN -> Optional.of(IntakeTexts.of(texts.languageChosen(), question(reply)));
            case NEUTRAL_CHOSEN -> Optional.of(IntakeTexts.of(texts.neutralChosen(), question(reply)));
            case GUIDE -> Optional.of(texts.guide(line));
            case TOO_OFTEN -> Optional.of(reply.texts().frontDoor().tooOften(line));
            case OPENED, ALREADY_OPEN -> Optional.empty();
        };
    }

    private static String question(IntakeReply reply) {
        IntakeTexts texts = reply.texts().intake();
        return switch (step(reply)) {
            case NAME -> texts.askName();
            case DATE_OF_BIRTH -> texts.askBirthDate();
            case JOB_ROLE -> texts.askJobRole();
            case ADDRESS -> texts.askAddress();
            case SAME_OR_NEW -> texts.askSameOrNew(reply.earlierPeer().orElseThrow());
            case AVOID -> reply.recognised() ? askAvoidMore(reply, texts) : texts.askAvoid();
        };
    }

    private static String askAvoidMore(IntakeReply reply, IntakeTexts texts) {
        return reply.earlierPeerIsNotFree() && reply.saying() == IntakeReply.Saying.NEXT
                ? IntakeTexts.of(texts.peerNotFree(reply.earlierPeer().orElseThrow()), texts.askAvoidMore())
                : texts.askAvoidMore();
    }

    private String why(IntakeReply reply, IntakeTexts texts) {
        String line = helpline.number();
        return switch (step(reply)) {
            case NAME -> texts.whyName(line);
            case DATE_OF_BIRTH -> texts.whyBirthDate(line);
            case JOB_ROLE -> texts.whyJobRole(line);
            case ADDRESS -> texts.whyAddress(line);
            case SAME_OR_NEW -> texts.whySameOrNew(line);
            case AVOID -> texts.whyAvoid(line);
        };
    }

    private String again(IntakeReply reply, IntakeTexts texts, Why why) {
        return switch (why) {
            case ONE_NAME -> texts.nameOneWord();
            case YEAR_UNCLEAR -> texts.birthYearUnclear();
            case DATE_IMPOSSIBLE -> texts.birthDateImpossible();
            case TOO_YOUNG -> texts.tooYoung();
            case NOT_A_DOCTOR -> texts.notADoctor(helpline.number());
            case NO_POSTCODE -> texts.postcodeMissing();
            case POSTCODE_WRONG -> texts.postcodeWrong();
            case NO_STREET -> texts.streetMissing();
            case MEMBERSHIP -> texts.noMembership();
            case NOT_UNDERSTOOD, TOO_LONG -> again(reply, texts);
        };
    }

    private static String again(IntakeReply reply, IntakeTexts texts) {
        return switch (step(reply)) {
            case NAME -> texts.nameAgain();
            case DATE_OF_BIRTH -> texts.birthDateAgain();
            case JOB_ROLE -> texts.jobRoleAgain();
            case ADDRESS -> texts.addressAgain();
            case SAME_OR_NEW -> texts.sameOrNewAgain(reply.earlierPeer().orElseThrow());
            case AVOID -> texts.avoidAgain();
        };
    }

    private static IntakeStep step(IntakeReply reply) {
        return reply.step().orElseThrow();
    }
}
