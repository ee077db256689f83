package org.peerline.relay.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.assignments.Assignment;

/** Looks ahead: what the service will do by itself if nobody says their first words, and when. */
@ApplicationScoped
public class FirstContactOutlook {
    private final FirstContactPlan plan;
    private final FirstContactRows rows;
    private final ZoneId zone;

    FirstContactOutlook(
            FirstContactPlan plan, FirstContactRows rows, @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.plan = plan;
        this.rows = rows;
        this.zone = zone;
    }

    /** What comes next. */
    public sealed interface Outlook {
        /** The requester moves first; empty {@code reminder} when they have had theirs. */
        record FirstText(Optional<ZonedDateTime> reminder, ZonedDateTime close) implements Outlook {}

        /** The peer's answer is awaited; the requester will be offered somebody else. */
        record Answer(ZonedDateTime offer) implements Outlook {}

        /** The requester has been offered somebody else; a coordinator will be asked. */
        record AnswerOrChange(ZonedDateTime task) implements Outlook {}

        /** A coordinator has been asked. */
        record WithCoordinator() implements Outlook {}

        /** Both have been heard: nothing happens by itself. */
        record BothHeard() implements Outlook {}
    }

    public Outlook of(Assignment assignment) {
        FirstContactState state = rows.of(assignment);
        if (state.answered()) {
            return new Outlook.BothHeard();
        }
        Optional<FirstContactPlan.Next> next = plan.next(state);
        if (next.isEmpty()) {
            return new Outlook.WithCoordinator();
        }
        Instant due = next.get().due();
        return switch (next.get().step()) {
            case NUDGE_REQUESTER ->
                new Outlook.FirstText(
                        Optional.of(local(due)), local(plan.due(FirstContactStep.CLOSE, state.assignedAt())));
            case CLOSE -> new Outlook.FirstText(Optional.empty(), local(due));
            case NUDGE_PEER, OFFER_ANOTHER ->
                new Outlook.Answer(local(plan.due(
                        FirstContactStep.OFFER_ANOTHER, state.firstTextAt().orElseThrow())));
            case ASK_COORDINATOR -> new Outlook.AnswerOrChange(local(due));
        };
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(zone);
    }
}
