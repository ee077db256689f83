package org.peerline.wording.desk;

import org.peerline.wording.bundle.Phrases;

/** The answer to STATUS: a sentence on the last text and one on what comes next, put together by {@link #of}. */
public final class StatusTexts {
    private final Phrases phrases;

    public StatusTexts(Phrases phrases) {
        this.phrases = phrases;
    }

    public String nothingSent(String name) {
        return phrases.say("status.nothingSent", "name", name);
    }

    public String delivered(String name) {
        return phrases.say("status.delivered", "name", name);
    }

    public String onItsWay(String name) {
        return phrases.say("status.onItsWay", "name", name);
    }

    /** Nobody knows whether it went out. */
    public String inDoubt(String name) {
        return phrases.say("status.inDoubt", "name", name);
    }

    public String failed(String name) {
        return phrases.say("status.failed", "name", name);
    }

    /** To a requester who has not texted, before their reminder. */
    public String remind(String when) {
        return phrases.say("status.remind", "when", when);
    }

    /** To a requester who has not texted, after their reminder. */
    public String close(String when) {
        return phrases.say("status.close", "when", when);
    }

    /** To a requester, before they are offered somebody else. */
    public String theirAnswer(String name, String when) {
        return phrases.say("status.theirAnswer", "name", name, "when", when);
    }

    /** To a requester who has been offered somebody else. */
    public String theirAnswerOffered(String name, String when) {
        return phrases.say("status.theirAnswerOffered", "name", name, "when", when);
    }

    /** To a requester, once a coordinator has been asked. */
    public String theirAnswerAsked(String name) {
        return phrases.say("status.theirAnswerAsked", "name", name);
    }

    /** To a peer, before their requester is offered somebody else. */
    public String yourAnswer(String name, String when) {
        return phrases.say("status.yourAnswer", "name", name, "when", when);
    }

    /** To a peer whose requester has been offered somebody else. */
    public String yourAnswerOffered(String name) {
        return phrases.say("status.yourAnswerOffered", "name", name);
    }

    /** Both have been heard, and no call is suggested or agreed. */
    public String eitherOfYou() {
        return phrases.say("status.eitherOfYou");
    }

    /** The other side has opted out. */
    public String noTextsNow(String name) {
        return phrases.say("status.noTextsNow", "name", name);
    }

    public String yourOk(String when) {
        return phrases.say("status.yourOk", "when", when);
    }

    public String theirOk(String name, String when) {
        return phrases.say("status.theirOk", "name", name, "when", when);
    }

    public String call(String name, String when) {
        return phrases.say("status.call", "name", name, "when", when);
    }

    /** To a peer whose requester has not texted yet. */
    public String firstText(String name, String when) {
        return phrases.say("status.firstText", "name", name, "when", when);
    }

    /** To a requester without an assignment; stands alone. */
    public String waiting(String helpline) {
        return phrases.say("status.waiting", "helpline", helpline);
    }

    /** To a requester who asks for no more texts, but not by the word for it; stands alone. */
    public String stopping(String helpline) {
        return phrases.say("status.stopping", "helpline", helpline);
    }

    /** The whole answer. */
    public String of(String lastText, String next) {
        return next.isEmpty() ? lastText : lastText + " " + next;
    }
}
