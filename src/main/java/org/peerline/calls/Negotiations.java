package org.peerline.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.FirstContact;
import org.peerline.audit.Audit;
import org.peerline.calls.clock.CallClock;
import org.peerline.calls.negotiation.Agreement;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.CallRefusal;
import org.peerline.calls.negotiation.Negotiation;
import org.peerline.calls.negotiation.Speaker;
import org.peerline.calls.news.CallNews;
import org.peerline.calls.news.ClockNews;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;

/**
 * Takes a step in the calls of an assignment, in the caller's transaction: under the assignment's lock, so that of two
 * steps that cross one comes first; with its audit entries and the texts that tell both people.
 */
@ApplicationScoped
class Negotiations {
    private final Requests requests;
    private final Assignments assignments;
    private final FirstContact firstContact;
    private final Calls calls;
    private final CallNews news;
    private final ClockNews clockNews;
    private final CallClock clock;
    private final Audit audit;
    private final TimeSource time;

    Negotiations(
            Requests requests,
            Assignments assignments,
            FirstContact firstContact,
            Calls calls,
            CallNews news,
            ClockNews clockNews,
            CallClock clock,
            Audit audit,
            TimeSource time) {
        this.requests = requests;
        this.assignments = assignments;
        this.firstContact = firstContact;
        this.calls = calls;
        this.news = news;
        this.clockNews = clockNews;
        this.clock = clock;
        this.audit = audit;
        this.time = time;
    }

    /** A proposal whose time has come lapses before the step, whether or not the clock has been round. */
    CallOutcome step(UUID assignmentId, Speaker speaker, BiFunction<Negotiation, Agreement, CallOutcome> step) {
        Assignment assignment = assignments.findById(assignmentId);
        SupportRequest request = requests.findById(assignment.requestId());
        boolean first = firstContact.maybeFirst(assignment, speaker.party());
        if (first) {
            firstContact.lock(request, assignment);
        }
        if (!assignments.locked(assignmentId).isOpen()) {
            return CallOutcome.Refused.of(CallRefusal.ASSIGNMENT_ENDED);
        }
        var now = time.now();
        Negotiation negotiation = calls.negotiation(assignmentId, now);
        negotiation.lapse().ifPresent(lapsed -> settle(lapsed, Speaker.service()));
        CallOutcome outcome = step.apply(negotiation, new Agreement(speaker.party(), speaker.via(), now));
        // Hibernate would insert first, and the old proposal must not be open any more when the new one comes.
        calls.flush();
        calls.persist(negotiation.added());
        calls.flush();
        if (first && !(outcome instanceof CallOutcome.Refused)) {
            // Who answers with a time has answered, and can be answered.
            heard(request, assignment, speaker);
        }
        settle(outcome, speaker);
        return outcome;
    }

    private void heard(SupportRequest request, Assignment assignment, Speaker speaker) {
        if (speaker.via() == Agreement.Via.PHONE && speaker.party() == Party.REQUESTER) {
            firstContact.noteByPhone(request, assignment, speaker.actor());
        } else {
            firstContact.note(request, assignment, speaker.party());
        }
    }

    /** True when a proposal has lapsed. */
    boolean lapse(UUID assignmentId, Instant now) {
        if (!assignments.locked(assignmentId).isOpen()) {
            return false;
        }
        var lapsed = calls.negotiation(assignmentId, now).lapse();
        calls.flush();
        lapsed.ifPresent(outcome -> settle(outcome, Speaker.service()));
        return lapsed.isPresent();
    }

    /**
     * Ends what is open or agreed, and says so beside what is said of the end of the conversation.
     *
     * @param byTheClock nobody has just done anything that this answers
     */
    void endAll(UUID assignmentId, boolean byTheClock) {
        var now = time.now();
        var ended = calls.negotiation(assignmentId, now).endAll();
        calls.flush();
        ended.forEach(call -> settle(call, Speaker.service()));
        Optional<Call> unasked = calls.withoutOutcome(assignmentId, now).stream()
                .filter(call -> clock.isStillToAskAbout(call.id()))
                .findFirst();
        clock.stopAll(assignmentId);
        news.ended(assignmentId, ended, byTheClock);
        // One call is often enough, and ends the conversation before anybody has been asked how it went.
        unasked.ifPresent(clockNews::askForOutcome);
    }

    /** A step after the call, which the end of the assignment does not forbid. */
    CallOutcome afterwards(UUID assignmentId, Speaker speaker, Function<Instant, CallOutcome> step) {
        assignments.locked(assignmentId);
        CallOutcome outcome = step.apply(time.now());
        calls.flush();
        settle(outcome, speaker);
        return outcome;
    }

    private void settle(CallOutcome outcome, Speaker speaker) {
        outcome.changed().forEach(call -> settle(call, speaker));
        news.tell(outcome, speaker);
    }

    /** The clock keeps an eye on agreed calls, and on no others. */
    private void settle(Call call, Speaker speaker) {
        record(call, speaker);
        if (call.isAgreed()) {
            clock.start(call, time.now());
        } else {
            clock.stop(call.id());
        }
    }

    private void record(Call call, Speaker speaker) {
        String detail = speaker.party() == null ? null : speaker.party() + "," + speaker.via();
        audit.record(speaker.actor(), "CALL_" + call.status(), Subject.of(Subject.Kind.CALL, call.id()), detail);
    }
}
