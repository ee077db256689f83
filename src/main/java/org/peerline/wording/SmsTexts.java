package org.peerline.wording;

/**
 * Every sentence that we send by text, by subject. The sentences themselves are one line each in
 * {@code texts_en.properties}; {@code texts_cy.properties}, beside it, is read the same way.
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
}
