package org.peerline.wording;

import java.util.Locale;
import org.peerline.wording.bundle.Phrases;
import org.peerline.wording.calls.CallTexts;
import org.peerline.wording.calls.OutcomeTexts;
import org.peerline.wording.calls.ReminderTexts;
import org.peerline.wording.calls.VoiceTexts;
import org.peerline.wording.desk.FrontDoorTexts;
import org.peerline.wording.desk.GuideTexts;
import org.peerline.wording.desk.IntakeTexts;
import org.peerline.wording.desk.SafetyTexts;
import org.peerline.wording.desk.StatusTexts;

/**
 * Every sentence that we send by text, by subject. The sentences themselves are one line each in
 * {@code texts_en.properties}, and in Welsh in {@code texts_cy.properties} beside it; whoever runs the service can
 * put lines of their own in their place.
 */
public final class SmsTexts {
    private final Phrases phrases;

    private SmsTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    public static SmsTexts in(Language language) {
        return new SmsTexts(new Phrases(language, false));
    }

    /** For a requester whose phone others may pick up: nothing in these tells a stranger what they are about. */
    public static SmsTexts neutral(Language language) {
        return new SmsTexts(new Phrases(language, true));
    }

    public IntroductionTexts introduction() {
        return new IntroductionTexts(phrases);
    }

    public ContactTexts contact() {
        return new ContactTexts(phrases);
    }

    public RelayTexts relay() {
        return new RelayTexts(phrases);
    }

    public FrontDoorTexts frontDoor() {
        return new FrontDoorTexts(phrases);
    }

    public CallTexts calls() {
        return new CallTexts(phrases);
    }

    public ReminderTexts reminders() {
        return new ReminderTexts(phrases);
    }

    public OutcomeTexts outcomes() {
        return new OutcomeTexts(phrases);
    }

    public VoiceTexts voice() {
        return new VoiceTexts(phrases);
    }

    public StatusTexts status() {
        return new StatusTexts(phrases);
    }

    public GuideTexts guide() {
        return new GuideTexts(phrases);
    }

    public EndingTexts ending() {
        return new EndingTexts(phrases);
    }

    public PeerTexts peers() {
        return new PeerTexts(phrases);
    }

    public IntakeTexts intake() {
        return new IntakeTexts(phrases);
    }

    public SafetyTexts safety() {
        return new SafetyTexts(phrases);
    }

    public OfferTexts offer() {
        return new OfferTexts(phrases);
    }

    public RosterTexts roster() {
        return new RosterTexts(phrases);
    }

    /** Which wording of the privacy line somebody has seen: its language and a mark that any change of a letter changes. */
    public static String privacyVersion(Language language, boolean neutral) {
        return language.name().toLowerCase(Locale.ROOT) + "-" + new Phrases(language, neutral).mark("intake.privacy");
    }
}
