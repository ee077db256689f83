package org.peerline.wording;

import java.util.List;
import org.peerline.core.Reference;
import org.peerline.wording.bundle.Phrases;

/** The answers to a peer's words on the service number; to peers only, so never in neutral wording. */
public final class RosterTexts {
    private final Phrases phrases;

    RosterTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    public String paused() {
        return phrases.say("roster.paused");
    }

    public String pausedUntil(String when) {
        return phrases.say("roster.pausedUntil", "when", when);
    }

    public String back() {
        return phrases.say("roster.back");
    }

    public String notPaused() {
        return phrases.say("roster.notPaused");
    }

    public String pauseDayNotUnderstood() {
        return phrases.say("roster.pauseDayNotUnderstood");
    }

    public String pauseDayPast() {
        return phrases.say("roster.pauseDayPast");
    }

    public String pauseTooLong() {
        return phrases.say("roster.pauseTooLong");
    }

    /** @param cases lines made by the methods below */
    public String cases(List<String> cases) {
        return phrases.say("roster.cases", "cases", String.join("\n", cases));
    }

    public String casesEmpty() {
        return phrases.say("roster.casesEmpty");
    }

    public String caseFirstText(Reference reference, String name) {
        return phrases.say("roster.caseFirstText", "reference", reference.text(), "name", name);
    }

    public String caseYourMove(Reference reference, String name) {
        return phrases.say("roster.caseYourMove", "reference", reference.text(), "name", name);
    }

    public String caseTheirMove(Reference reference, String name) {
        return phrases.say("roster.caseTheirMove", "reference", reference.text(), "name", name);
    }

    public String caseYourOk(Reference reference, String name, String when) {
        return phrases.say("roster.caseYourOk", "reference", reference.text(), "name", name, "when", when);
    }

    public String caseTheirOk(Reference reference, String name, String when) {
        return phrases.say("roster.caseTheirOk", "reference", reference.text(), "name", name, "when", when);
    }

    /** They offer several times. */
    public String caseYourChoice(Reference reference, String name) {
        return phrases.say("roster.caseYourChoice", "reference", reference.text(), "name", name);
    }

    public String caseTheirChoice(Reference reference, String name) {
        return phrases.say("roster.caseTheirChoice", "reference", reference.text(), "name", name);
    }

    public String caseCall(Reference reference, String name, String when) {
        return phrases.say("roster.caseCall", "reference", reference.text(), "name", name, "when", when);
    }
}
