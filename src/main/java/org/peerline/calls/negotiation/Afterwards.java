package org.peerline.calls.negotiation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.peerline.calls.negotiation.CallOutcome.FurtherCallNoted;
import org.peerline.calls.negotiation.CallOutcome.Refused;
import org.peerline.calls.negotiation.CallOutcome.Reported;

/** What can be said about a call once its time has come: once whether it took place, once whether another would help. */
public final class Afterwards {
    private static final Set<CallStatus> ON_RECORD = EnumSet.of(CallStatus.HELD, CallStatus.MISSED);

    private Afterwards() {}

    public static CallOutcome report(Call call, CallReport report, Instant now) {
        if (ON_RECORD.contains(call.status())) {
            return Refused.of(CallRefusal.OUTCOME_RECORDED, call);
        }
        if (!call.isAgreed()) {
            return Refused.of(CallRefusal.CALL_NOT_AGREED, call);
        }
        if (now.isBefore(call.startsAt().toInstant())) {
            return Refused.of(CallRefusal.CALL_NOT_BEGUN, call);
        }
        switch (report.result()) {
            case HELD -> call.held(report.minutes(), now);
            case MISSED -> call.missed(now);
        }
        report.furtherCall().ifPresent(call::anotherWouldHelp);
        return new Reported(call, report.result() == CallReport.Result.HELD);
    }

    public static CallOutcome noteFurtherCall(Call call, boolean wouldHelp) {
        if (!ON_RECORD.contains(call.status())) {
            return Refused.of(CallRefusal.CALL_NOT_AGREED, call);
        }
        if (call.furtherCall().isPresent()) {
            return Refused.of(CallRefusal.OUTCOME_RECORDED, call);
        }
        call.anotherWouldHelp(wouldHelp);
        return new FurtherCallNoted(call, wouldHelp);
    }
}
