package org.peerline.calls.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.sms.outbox.QuietHours;

class ReminderPlanTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ReminderPlan plan = new ReminderPlan(
            LocalTime.of(18, 0),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(2),
            new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), LONDON));

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-26T19:00 | 2026-11-23T10:00 | 25 Nov 18:00, 26 Nov 18:00 | the evening before and an hour before
            2026-11-26T19:00 | 2026-11-26T10:00 | 26 Nov 18:00               | agreed on the day: the hour before only
            2026-11-26T19:00 | 2026-11-25T17:30 | 26 Nov 18:00               | just agreed when the evening reminder would come
            2026-11-26T19:00 | 2026-11-25T17:00 | 25 Nov 18:00, 26 Nov 18:00 | agreed exactly long enough before it
            2026-11-26T19:00 | 2026-11-26T17:30 | none                       | too near for any
            2026-11-26T08:30 | 2026-11-23T10:00 | 25 Nov 18:00, 26 Nov 08:00 | early: as soon as people are awake
            2026-11-26T08:15 | 2026-11-23T10:00 | 25 Nov 18:00, 26 Nov 08:00 | early, with the shortest notice there is
            2026-11-26T08:10 | 2026-11-23T10:00 | 25 Nov 18:00               | too early to remind of in the morning
            2026-11-26T22:30 | 2026-11-23T10:00 | 25 Nov 18:00               | late: nobody is texted at half past nine
            2026-11-26T00:30 | 2026-11-23T10:00 | 25 Nov 18:00               | after midnight the evening before is hours before
            2027-03-28T09:30 | 2027-03-25T10:00 | 27 Mar 18:00, 28 Mar 08:30 | the clocks go forward in between
            2026-10-25T09:30 | 2026-10-22T10:00 | 24 Oct 18:00, 25 Oct 08:30 | the clocks go back in between
            """)
    void reminders_come_when_they_help(String start, String agreed, String expected, String why) {
        assertEquals(expected, reminders(start, agreed), why);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T18:30, 26 Nov 20:30",
        "2026-11-26T19:00, 27 Nov 08:00",
        "2026-11-26T23:30, 27 Nov 08:00",
        "2026-11-26T07:00, 26 Nov 09:00",
    })
    void the_question_comes_two_hours_after_the_start_or_when_people_are_awake(String start, String expected) {
        assertEquals(
                expected,
                written(plan.of(local(start).atZone(LONDON), at("2026-11-23T10:00"))
                        .get(CallTask.OUTCOME_QUESTION)));
    }

    @ParameterizedTest
    @CsvSource({
        "EVENING_REMINDER, 2026-11-25T18:00, 2026-11-25T19:59, false",
        "EVENING_REMINDER, 2026-11-25T18:00, 2026-11-25T20:01, true",
        "HOUR_REMINDER, 2026-11-26T18:00, 2026-11-26T18:40, false",
        "HOUR_REMINDER, 2026-11-26T18:00, 2026-11-26T18:41, true",
        "OUTCOME_QUESTION, 2026-11-26T21:00, 2026-11-28T20:00, false",
        "OUTCOME_QUESTION, 2026-11-26T21:00, 2026-11-28T22:00, true",
    })
    void what_nothing_ran_for_is_left_out_when_it_would_confuse(CallTask task, String due, String now, boolean late) {
        assertEquals(late, plan.isTooLate(task, at(due), at("2026-11-26T19:00"), at(now)));
    }

    @ParameterizedTest
    @CsvSource({
        "EVENING_REMINDER, 2026-11-25T20:00, 2026-11-25T21:00, 2026-11-26T19:00",
        "HOUR_REMINDER, 2026-11-26T08:00, 2026-11-26T08:20, 2026-11-26T08:30",
    })
    void a_late_reminder_neither_wakes_anybody_nor_comes_at_the_last_minute(
            CallTask task, String due, String now, String start) {
        assertEquals(true, plan.isTooLate(task, at(due), at(start), at(now)));
    }

    @Test
    void a_reminder_may_come_minutes_before_where_that_is_set() {
        var late = new ReminderPlan(
                LocalTime.of(18, 0),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Duration.ofHours(2),
                new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), LONDON));
        Instant due = late.of(local("2026-11-26T19:00").atZone(LONDON), at("2026-11-23T10:00"))
                .get(CallTask.HOUR_REMINDER);
        assertEquals(at("2026-11-26T18:50"), due);
        Instant begins = at("2026-11-26T19:00");
        assertEquals(false, late.isTooLate(CallTask.HOUR_REMINDER, due, begins, at("2026-11-26T18:54")));
        assertEquals(true, late.isTooLate(CallTask.HOUR_REMINDER, due, begins, at("2026-11-26T18:56")));
    }

    private String reminders(String start, String agreed) {
        Map<CallTask, Instant> planned = new TreeMap<>(plan.of(local(start).atZone(LONDON), at(agreed)));
        planned.remove(CallTask.OUTCOME_QUESTION);
        return planned.isEmpty()
                ? "none"
                : planned.values().stream().map(ReminderPlanTest::written).collect(Collectors.joining(", "));
    }

    private static String written(Instant moment) {
        var at = moment.atZone(LONDON);
        String month = at.getMonth().name();
        return "%d %s%s %s"
                .formatted(
                        at.getDayOfMonth(),
                        month.charAt(0),
                        month.substring(1, 3).toLowerCase(),
                        at.toLocalTime());
    }

    private static LocalDateTime local(String written) {
        return LocalDateTime.parse(written);
    }

    private static Instant at(String written) {
        return local(written).atZone(LONDON).toInstant();
    }
}
