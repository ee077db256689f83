package org.peerline.wording.desk;

import org.peerline.wording.SmsTexts;
import org.peerline.wording.bundle.Phrases;

/** The questions of the intake by text, and what is said around them; put together by {@link #of}. */
public final class IntakeTexts {
    private final Phrases phrases;

    public IntakeTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The first reply to anybody. */
    public String welcome() {
        return phrases.say("intake.welcome");
    }

    /** The first reply to somebody whose first text says what is the matter. */
    public String welcomeAfterStory() {
        return phrases.say("intake.welcomeAfterStory");
    }

    /** What answering agrees to; {@link SmsTexts#privacyVersion} names its version. */
    public String privacy(String helpline) {
        return phrases.say("intake.privacy", "helpline", helpline);
    }

    public String askName() {
        return phrases.say("intake.askName");
    }

    public String askBirthDate() {
        return phrases.say("intake.askBirthDate");
    }

    public String askJobRole() {
        return phrases.say("intake.askJobRole");
    }

    public String askAddress() {
        return phrases.say("intake.askAddress");
    }

    public String askAvoid() {
        return phrases.say("intake.askAvoid");
    }

    /** To somebody who comes back: what they told us then still counts. */
    public String askAvoidMore() {
        return phrases.say("intake.askAvoidMore");
    }

    /** To somebody who comes back and whose peer is still there. */
    /** In front of the next question, to somebody whose peer from before cannot be asked for. */
    public String peerNotFree(String name) {
        return phrases.say("intake.peerNotFree", "name", name);
    }

    public String askSameOrNew(String name) {
        return phrases.say("intake.askSameOrNew", "name", name);
    }

    public String nameAgain() {
        return phrases.say("intake.nameAgain");
    }

    public String nameOneWord() {
        return phrases.say("intake.nameOneWord");
    }

    public String birthDateAgain() {
        return phrases.say("intake.birthDateAgain");
    }

    public String birthYearUnclear() {
        return phrases.say("intake.birthYearUnclear");
    }

    public String birthDateImpossible() {
        return phrases.say("intake.birthDateImpossible");
    }

    public String jobRoleAgain() {
        return phrases.say("intake.jobRoleAgain");
    }

    public String addressAgain() {
        return phrases.say("intake.addressAgain");
    }

    public String postcodeMissing() {
        return phrases.say("intake.postcodeMissing");
    }

    public String postcodeWrong() {
        return phrases.say("intake.postcodeWrong");
    }

    public String noMembership() {
        return phrases.say("intake.noMembership");
    }

    public String streetMissing() {
        return phrases.say("intake.streetMissing");
    }

    public String avoidAgain() {
        return phrases.say("intake.avoidAgain");
    }

    public String sameOrNewAgain(String name) {
        return phrases.say("intake.sameOrNewAgain", "name", name);
    }

    /** After the third answer that could not be read. */
    public String offerPerson(String helpline, String kept) {
        return phrases.say("intake.offerPerson", "helpline", helpline, "kept", kept);
    }

    public String tooYoung() {
        return phrases.say("intake.tooYoung");
    }

    public String notADoctor(String helpline) {
        return phrases.say("intake.notADoctor", "helpline", helpline);
    }

    public String whyName(String helpline) {
        return phrases.say("intake.whyName", "helpline", helpline);
    }

    public String whyBirthDate(String helpline) {
        return phrases.say("intake.whyBirthDate", "helpline", helpline);
    }

    public String whyJobRole(String helpline) {
        return phrases.say("intake.whyJobRole", "helpline", helpline);
    }

    public String whyAddress(String helpline) {
        return phrases.say("intake.whyAddress", "helpline", helpline);
    }

    public String whyAvoid(String helpline) {
        return phrases.say("intake.whyAvoid", "helpline", helpline);
    }

    public String whySameOrNew(String helpline) {
        return phrases.say("intake.whySameOrNew", "helpline", helpline);
    }

    public String repeated() {
        return phrases.say("intake.repeated");
    }

    public String storyInside() {
        return phrases.say("intake.storyInside");
    }

    public String paused(String helpline, String kept) {
        return phrases.say("intake.paused", "helpline", helpline, "kept", kept);
    }

    public String keptDays(String count) {
        return phrases.say("intake.keptDays", "count", count);
    }

    public String keptHours(String count) {
        return phrases.say("intake.keptHours", "count", count);
    }

    public String keptMinutes(String count) {
        return phrases.say("intake.keptMinutes", "count", count);
    }

    public String resumed() {
        return phrases.say("intake.resumed");
    }

    public String atFirst() {
        return phrases.say("intake.atFirst");
    }

    public String languageChosen() {
        return phrases.say("intake.languageChosen");
    }

    public String neutralChosen() {
        return phrases.say("intake.neutralChosen");
    }

    public String guide(String helpline) {
        return phrases.say("intake.guide", "helpline", helpline);
    }

    /** Several of these sentences as one text: it still asks one thing. */
    public static String of(String... sentences) {
        return String.join(" ", sentences);
    }
}
