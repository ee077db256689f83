package org.peerline.relay.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.calendar.ServiceCalendar;
import org.peerline.sms.outbox.QuietHours;

class FirstContactPlanTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<LocalDate> CLOSED =
            Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26"), LocalDate.parse("2026-12-28"));
    private static final QuietHours QUIET = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), LONDON);
    private static final FirstContactPlan PLAN = new FirstContactPlan(
            Map.of(
                    FirstContactStep.NUDGE_REQUESTER, Duration.ofHours(24),
                    FirstContactStep.CLOSE, Duration.ofDays(14),
                    FirstContactStep.NUDGE_PEER, Duration.ofHours(12),
                    FirstContactStep.OFFER_ANOTHER, Duration.ofHours(24),
                    FirstContactStep.ASK_COORDINATOR, Duration.ofHours(48)),
            new ServiceCalendar(LONDON, CLOSED::contains),
            QUIET::over);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "NUDGE_REQUESTER, 2026-11-23T10:00, 2026-11-24T10:00",
        "NUDGE_REQUESTER, 2026-11-23T22:00, 2026-11-25T08:00", // a night
        "NUDGE_PEER, 2026-11-23T07:00, 2026-11-23T19:00",
        "NUDGE_PEER, 2026-11-23T09:00, 2026-11-24T08:00", // quiet from nine in the evening
        "NUDGE_PEER, 2026-12-24T14:00, 2026-12-27T08:00", // a night, then two closed days, then a night
        "NUDGE_PEER, 2026-12-27T11:00, 2026-12-29T08:00",
        "OFFER_ANOTHER, 2026-12-24T14:00, 2026-12-27T14:00",
        "ASK_COORDINATOR, 2026-11-23T02:00, 2026-11-25T02:00", // no text, so no quiet hours
        "ASK_COORDINATOR, 2026-12-24T14:00, 2026-12-29T14:00",
        "CLOSE, 2026-11-23T10:00, 2026-12-07T10:00",
        "CLOSE, 2026-12-15T10:00, 2027-01-01T10:00",
        "NUDGE_REQUESTER, 2026-10-24T12:00, 2026-10-25T11:00", // the clocks go back
        "NUDGE_PEER, 2026-10-24T20:30, 2026-10-25T08:00",
        "NUDGE_PEER, 2027-03-27T20:30, 2027-03-28T09:30", // and forward
    })
    void step_is_due(FirstContactStep step, String since, String due) {
        assertEquals(at(due), PLAN.due(step, at(since)));
    }

    @Test
    void what_is_due_is_found_exactly_when_it_is_due() {
        var random = new Random(1012);
        Instant start = at("2026-12-20T00:00");
        for (FirstContactStep step : FirstContactStep.values()) {
            for (int i = 0; i < 5_000; i++) {
                Instant since = start.plusSeconds(60L * random.nextInt(14 * 24 * 60));
                Instant now = since.plusSeconds(60L * random.nextInt(20 * 24 * 60));
                boolean due = !PLAN.due(step, since).isAfter(now);
                if (PLAN.mayHappen(step, now)) {
                    assertEquals(due, !since.isAfter(PLAN.cutoff(step, now)), step + " " + since + " " + now);
                }
                assertTrue(PLAN.mayHappen(step, PLAN.due(step, since)), "due at a proper time");
            }
        }
    }

    @Test
    void nothing_is_sent_at_night_or_on_a_closed_day() {
        assertFalse(PLAN.mayHappen(FirstContactStep.NUDGE_PEER, at("2026-11-23T21:00")));
        assertFalse(PLAN.mayHappen(FirstContactStep.NUDGE_PEER, at("2026-12-28T12:00")));
        assertFalse(PLAN.mayHappen(FirstContactStep.ASK_COORDINATOR, at("2026-12-28T12:00")));
        assertTrue(PLAN.mayHappen(FirstContactStep.ASK_COORDINATOR, at("2026-11-23T21:00")));
    }

    @Test
    void steps_follow_each_other() {
        Instant monday = at("2026-11-23T10:00");
        var silent = new FirstContactState(monday, Optional.empty(), false, Optional.empty(), false, false, false);
        assertEquals(
                FirstContactStep.NUDGE_REQUESTER,
                PLAN.next(silent).orElseThrow().step());
        var nudged = new FirstContactState(
                monday, Optional.empty(), false, Optional.of(at("2026-11-24T10:00")), false, false, false);
        assertEquals(
                new FirstContactPlan.Next(FirstContactStep.CLOSE, at("2026-12-07T10:00")),
                PLAN.next(nudged).orElseThrow());
        assertEquals(
                new FirstContactPlan.Next(FirstContactStep.NUDGE_PEER, at("2026-11-24T08:00")),
                PLAN.next(new FirstContactState(
                                monday, Optional.of(monday), false, Optional.empty(), false, false, false))
                        .orElseThrow());
        assertEquals(
                new FirstContactPlan.Next(FirstContactStep.OFFER_ANOTHER, at("2026-11-24T10:00")),
                PLAN.next(new FirstContactState(
                                monday, Optional.of(monday), false, Optional.empty(), true, false, false))
                        .orElseThrow());
        assertEquals(
                new FirstContactPlan.Next(FirstContactStep.ASK_COORDINATOR, at("2026-11-25T10:00")),
                PLAN.next(new FirstContactState(
                                monday, Optional.of(monday), false, Optional.empty(), true, true, false))
                        .orElseThrow());
        var asked = new FirstContactState(monday, Optional.of(monday), false, Optional.empty(), true, true, true);
        assertEquals(Optional.empty(), PLAN.next(asked));
        var heard = new FirstContactState(monday, Optional.of(monday), true, Optional.empty(), false, false, false);
        assertEquals(Optional.empty(), PLAN.next(heard));
    }

    @Test
    void whoever_was_reminded_late_still_has_a_day() {
        var nudged = new FirstContactState(
                at("2026-11-02T10:00"),
                Optional.empty(),
                false,
                Optional.of(at("2026-11-23T12:00")),
                false,
                false,
                false);
        assertEquals(at("2026-11-24T12:00"), PLAN.next(nudged).orElseThrow().due());
        assertEquals(at("2026-11-22T12:00"), PLAN.remindedBefore(at("2026-11-23T12:00")));
    }
}
