package org.peerline.calls.clock;

/** What the clock does about an agreed call. */
public enum CallTask {
    EVENING_REMINDER,
    HOUR_REMINDER,
    /** Whether it took place; asked of the peer, once. */
    OUTCOME_QUESTION;

    public boolean isReminder() {
        return this != OUTCOME_QUESTION;
    }
}
