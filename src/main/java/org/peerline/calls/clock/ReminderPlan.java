package org.peerline.calls.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.peerline.sms.outbox.QuietHours;

/**
 * When to remind of an agreed call and when to ask how it went. Whatever falls into the quiet hours waits until they are
 * over; what would then come too close to the start, or too soon after the agreement, is left out.
 */
public final class ReminderPlan {
    /** A reminder later than this helps nobody to be free in time. */
    static final Duration SHORTEST_NOTICE = Duration.ofMinutes(15);

    private static final Map<CallTask, Duration> WORTH_DOING_FOR = new EnumMap<>(Map.of(
            CallTask.EVENING_REMINDER, Duration.ofHours(2),
            CallTask.HOUR_REMINDER, Duration.ofMinutes(40),
            CallTask.OUTCOME_QUESTION, Duration.ofDays(2)));

    private final LocalTime evening;
    private final Duration before;
    private final Duration tooNear;
    private final Duration outcomeAfter;
    private final QuietHours quietHours;

    public ReminderPlan(
            LocalTime evening, Duration before, Duration tooNear, Duration outcomeAfter, QuietHours quietHours) {
        this.evening = evening;
        this.before = before;
        this.tooNear = tooNear;
        this.outcomeAfter = outcomeAfter;
        this.quietHours = quietHours;
    }

    public static ReminderPlan of(CallClockConfig config, QuietHours quietHours) {
        return new ReminderPlan(
                config.eveningReminder(),
                config.reminderBefore(),
                config.reminderTooNear(),
                config.outcomeAfter(),
                quietHours);
    }

    /**
     * What to do when; at least the question afterwards.
     *
     * @param start on the service's clocks, which the evening before is counted on
     */
    public Map<CallTask, Instant> of(ZonedDateTime start, Instant agreedAt) {
        var plan = new EnumMap<CallTask, Instant>(CallTask.class);
        Instant begins = start.toInstant();
        remind(
                plan,
                CallTask.EVENING_REMINDER,
                start.toLocalDate()
                        .minusDays(1)
                        .atTime(evening)
                        .atZone(start.getZone())
                        .toInstant(),
                begins,
                agreedAt);
        remind(plan, CallTask.HOUR_REMINDER, begins.minus(before), begins, agreedAt);
        // In the quiet hours both can come to the same moment: one is enough.
        plan.remove(
                CallTask.EVENING_REMINDER,
                plan.get(CallTask.HOUR_REMINDER) == null ? Instant.MIN : plan.get(CallTask.HOUR_REMINDER));
        plan.put(CallTask.OUTCOME_QUESTION, quietHours.over(begins.plus(outcomeAfter)));
        return plan;
    }

    /** Whether a task has waited so long, because nothing ran, that doing it now would only confuse. */
    public boolean isTooLate(CallTask task, Instant due, Instant begins, Instant now) {
        boolean stale = now.isAfter(due.plus(WORTH_DOING_FOR.get(task)));
        boolean noUse = task.isReminder()
                && (now.plus(notice()).isAfter(begins) || !quietHours.over(now).equals(now));
        return stale || noUse;
    }

    private void remind(Map<CallTask, Instant> plan, CallTask task, Instant wanted, Instant begins, Instant agreedAt) {
        Instant due = quietHours.over(wanted);
        boolean newEnough = !due.isBefore(agreedAt.plus(tooNear));
        boolean inTime = !due.plus(notice()).isAfter(begins);
        if (newEnough && inTime) {
            plan.put(task, due);
        }
    }

    /** Whoever has set a short time before the start wants that reminder, and a moment late is not too late. */
    private Duration notice() {
        Duration half = before.dividedBy(2);
        return half.compareTo(SHORTEST_NOTICE) < 0 ? half : SHORTEST_NOTICE;
    }
}
