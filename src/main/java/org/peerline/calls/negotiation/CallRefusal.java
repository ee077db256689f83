package org.peerline.calls.negotiation;

import java.util.Locale;
import org.peerline.calls.time.CallTimeReading;
import org.peerline.core.Refusal;

/** Why a step in the calls of an assignment is not possible. The names, in small letters, are part of the contract. */
public enum CallRefusal {
    ASSIGNMENT_ENDED("The assignment has ended, and its calls with it."),
    CALL_NOT_PROPOSED("This call is not waiting for an answer."),
    OWN_PROPOSAL("The side that suggested this time cannot answer it: the other side's answer is awaited."),
    NOT_OWN_PROPOSAL("The other side suggested this time: it can be declined, not cancelled."),
    ALREADY_PROPOSED("The same side has suggested this very time already."),
    ALREADY_AGREED("A call at this time is agreed already."),
    CALL_NOT_OPEN("This call is neither suggested nor agreed any more."),
    TIME_NOT_CHOSEN("Several times are offered: say which one, as startsAt."),
    TIME_NOT_OFFERED("The other side has not offered this time."),
    OVERLAPPING_CALL("The peer has another call close to this time; say despiteOverlap to suggest it all the same."),
    CALL_NOT_AGREED("Only a call that both have agreed to can have an outcome."),
    CALL_NOT_BEGUN("The time of the call has not come yet."),
    OUTCOME_RECORDED("The outcome of this call is on record already."),
    CALL_IN_THE_PAST("The time of the call has come already."),
    CALL_TOO_FAR_AHEAD("The time of the call is more than " + CallTimeReading.MOST_DAYS_AHEAD + " days ahead.");

    private final String detail;

    CallRefusal(String detail) {
        this.detail = detail;
    }

    public Refusal refusal() {
        return new Refusal(name().toLowerCase(Locale.ROOT), detail);
    }
}
