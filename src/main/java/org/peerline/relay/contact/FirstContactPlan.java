package org.peerline.relay.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.peerline.calendar.ServiceCalendar;

/**
 * When each step falls due. Closed days do not count, and a step that sends a text waits for the end of the quiet hours.
 *
 * @param waits how long after the details text, or after the first text, each step is due
 * @param awake the moment itself, or the end of the quiet hours that it falls in
 */
record FirstContactPlan(Map<FirstContactStep, Duration> waits, ServiceCalendar calendar, UnaryOperator<Instant> awake) {

    /** What is due next, and when. */
    record Next(FirstContactStep step, Instant due) {}

    FirstContactPlan {
        waits = Map.copyOf(waits);
    }

    /** When the step is due in a wait that began at {@code since}. */
    Instant due(FirstContactStep step, Instant since) {
        return proper(step, calendar.after(since, waits.get(step)));
    }

    /** Whether the step may be taken at this moment at all. */
    boolean mayHappen(FirstContactStep step, Instant now) {
        return proper(step, now).equals(now);
    }

    /** The step is due in the waits that began until then. Asked only at a moment when it may happen. */
    Instant cutoff(FirstContactStep step, Instant now) {
        return calendar.before(now, waits.get(step));
    }

    /** Whoever was reminded late, because the service was down, has a day to text before the request is closed. */
    Instant remindedBefore(Instant now) {
        return calendar.before(now, waits.get(FirstContactStep.NUDGE_REQUESTER));
    }

    Optional<Next> next(FirstContactState state) {
        if (state.answered()) {
            return Optional.empty();
        }
        if (state.firstTextAt().isEmpty()) {
            return Optional.of(state.requesterNudgedAt()
                    .map(nudged -> close(state.assignedAt(), nudged))
                    .orElseGet(() -> next(FirstContactStep.NUDGE_REQUESTER, state.assignedAt())));
        }
        Instant since = state.firstTextAt().get();
        if (!state.peerNudged()) {
            return Optional.of(next(FirstContactStep.NUDGE_PEER, since));
        }
        if (!state.anotherOffered()) {
            return Optional.of(next(FirstContactStep.OFFER_ANOTHER, since));
        }
        return state.coordinatorAsked() ? Optional.empty() : Optional.of(next(FirstContactStep.ASK_COORDINATOR, since));
    }

    private Next next(FirstContactStep step, Instant since) {
        return new Next(step, due(step, since));
    }

    private Next close(Instant assigned, Instant nudged) {
        Instant planned = due(FirstContactStep.CLOSE, assigned);
        Instant afterReminder = due(FirstContactStep.NUDGE_REQUESTER, nudged);
        return new Next(FirstContactStep.CLOSE, planned.isAfter(afterReminder) ? planned : afterReminder);
    }

    private Instant proper(FirstContactStep step, Instant moment) {
        Instant at = calendar.open(moment);
        if (!step.texts()) {
            return at;
        }
        // The end of a quiet night may lie on a closed day, and the beginning of an open day in a quiet night.
        for (Instant next = calendar.open(awake.apply(at)); !next.equals(at); next = calendar.open(awake.apply(at))) {
            at = next;
        }
        return at;
    }
}
