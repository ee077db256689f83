package org.peerline.wording;

/** The answer to STATUS: a sentence on the last text and one on what comes next, put together by {@link #of}. */
public final class StatusTexts {
    private final Phrases phrases;

    StatusTexts(Phrases phrases) {
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

    public String failed(String name) {
        return phrases.say("status.failed", "name", name);
    }

    public String theirAnswer(String name) {
        return phrases.say("status.theirAnswer", "name", name);
    }

    public String yourAnswer(String name) {
        return phrases.say("status.yourAnswer", "name", name);
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
    public String firstText(String name) {
        return phrases.say("status.firstText", "name", name);
    }

    /** To a requester without an assignment; stands alone. */
    public String waiting(String helpline) {
        return phrases.say("status.waiting", "helpline", helpline);
    }

    /** The whole answer. */
    public String of(String lastText, String next) {
        return next.isEmpty() ? lastText : lastText + " " + next;
    }
}
