package org.peerline.sms.outbox.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.outbox.TextKind;
import org.peerline.sms.outbox.dispatch.claim.Claimed;
import org.peerline.sms.outbox.gateway.OutgoingSms;
import org.peerline.sms.outbox.gateway.SendResult;

class AttemptPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID ID = new UUID(0, 1);
    private static final OutgoingSms SMS = new OutgoingSms(
            ID, 1, new PhoneNumber("+447400100001"), new PhoneNumber("+447400200001"), "Hello", Duration.ofHours(1));

    private static final Claimed TEXT = claimed(1, NOW.plusSeconds(3600), false, SMS);

    private static Claimed claimed(int attempts, Instant expires, boolean optedOut, OutgoingSms sms) {
        return claimed(TextKind.RELAYED, attempts, expires, new Claimed.Look(optedOut, false, false), sms);
    }

    private static Claimed claimed(TextKind kind, int attempts, Instant expires, Claimed.Look look, OutgoingSms sms) {
        return new Claimed(
                ID,
                kind,
                new PhoneNumber("+447400100001"),
                attempts,
                1,
                NOW,
                expires,
                false,
                look,
                Optional.ofNullable(sms));
    }

    @Test
    void last_look_before_sending_lets_an_ordinary_text_go() {
        assertEquals(Optional.empty(), AttemptPlan.beforeSending(claimed(1, NOW.plusSeconds(1), false, SMS), NOW));
    }

    @Test
    void last_look_keeps_back_what_must_not_go_any_more() {
        assertEquals(
                Optional.of(Attempt.failed(TEXT, "opted_out")),
                AttemptPlan.beforeSending(claimed(1, NOW.plusSeconds(1), true, SMS), NOW));
        assertEquals(
                Optional.of(Attempt.failed(TEXT, "expired")),
                AttemptPlan.beforeSending(claimed(1, NOW, false, SMS), NOW));
        assertEquals(
                Optional.of(Attempt.failed(TEXT, "unreadable")),
                AttemptPlan.beforeSending(claimed(1, NOW.plusSeconds(1), false, null), NOW));
        assertEquals(Optional.of(Attempt.failed(TEXT, "erased")), before(new Claimed.Look(false, false, true), null));
        assertEquals(
                Optional.of(Attempt.cancelled(TEXT, "subject_gone")),
                before(new Claimed.Look(false, true, false), SMS));
    }

    private static Optional<Attempt> before(Claimed.Look look, OutgoingSms sms) {
        return AttemptPlan.beforeSending(claimed(TextKind.RELAYED, 1, NOW.plusSeconds(1), look, sms), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "DETAILS, FAILED",
        "RELAYED, FAILED",
        "CALL, FAILED",
        "NOTICE, FAILED",
        "REMINDER, CANCELLED",
        "ANSWER, CANCELLED",
        "SIGN_IN_CODE, CANCELLED",
    })
    void text_that_is_too_late_fails_where_somebody_waits_for_it_and_is_called_off_where_nobody_does(
            TextKind kind, String status) {
        var late = claimed(kind, 1, NOW, new Claimed.Look(false, false, false), SMS);

        Attempt attempt = AttemptPlan.beforeSending(late, NOW).orElseThrow();

        assertEquals(status, attempt.status());
        assertEquals("expired", attempt.errorCode());
    }

    @Test
    void validity_is_decided_for_every_kind_of_text() {
        for (TextKind kind : TextKind.values()) {
            assertTrue(kind.worthSendingFor().compareTo(Duration.ofHours(24)) <= 0, kind.name());
            assertTrue(kind.worthSendingFor().compareTo(Duration.ofMinutes(10)) >= 0, kind.name());
        }
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(new SendResult.Accepted("SM1"), Attempt.sent(TEXT, "SM1")),
                Arguments.of(new SendResult.Ambiguous("timeout"), Attempt.unknown(TEXT, "timeout")),
                Arguments.of(new SendResult.Refused("21211", SendResult.Why.BAD_NUMBER), Attempt.failed(TEXT, "21211")),
                Arguments.of(
                        new SendResult.Refused("21610", SendResult.Why.OPTED_OUT), Attempt.optedOut(TEXT, "21610")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answer_of_the_gateway_decides(SendResult answer, Attempt attempt) {
        assertEquals(
                attempt, AttemptPlan.after(claimed(1, NOW.plusSeconds(3600), false, SMS), answer, NOW, new Random(1)));
    }

    @Test
    void ambiguous_text_is_never_due_again() {
        var attempt = AttemptPlan.after(
                claimed(1, NOW.plusSeconds(3600), false, SMS), new SendResult.Ambiguous("x"), NOW, new Random(1));
        assertEquals(null, attempt.due());
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 30", "3, 120", "4, 600", "5, 1800", "6, 3600", "50, 3600"})
    void text_that_did_not_leave_is_tried_later_and_later(int attempts, long seconds) {
        var attempt = AttemptPlan.after(
                claimed(attempts, NOW.plus(Duration.ofDays(1)), false, SMS),
                new SendResult.NotSent("connection_refused", Optional.empty()),
                NOW,
                new Random(1));
        assertEquals("QUEUED", attempt.status());
        assertBetween(attempt.due(), seconds, seconds + seconds / 5);
    }

    @Test
    void provider_that_asks_for_patience_gets_it() {
        var attempt = AttemptPlan.after(
                claimed(1, NOW.plus(Duration.ofDays(1)), false, SMS),
                new SendResult.NotSent("20429", Optional.of(Duration.ofSeconds(90))),
                NOW,
                new Random(1));
        assertBetween(attempt.due(), 90, 108);
    }

    @Test
    void broken_sender_keeps_the_text_and_lets_another_one_try() {
        var attempt = AttemptPlan.after(
                claimed(1, NOW.plus(Duration.ofDays(1)), false, SMS),
                new SendResult.SenderBroken("20003"),
                NOW,
                new Random(1));
        assertEquals("20003", attempt.errorCode());
        assertBetween(attempt.due(), 5, 6);
    }

    @Test
    void text_that_would_be_too_late_is_a_visible_failure() {
        assertEquals(
                Attempt.failed(TEXT, "connection_refused"),
                AttemptPlan.after(
                        claimed(1, NOW.plusSeconds(5), false, SMS),
                        new SendResult.NotSent("connection_refused", Optional.empty()),
                        NOW,
                        new Random(1)));
    }

    @Test
    void reminder_that_could_only_be_tried_again_too_late_is_called_off() {
        var reminder = claimed(TextKind.REMINDER, 1, NOW.plusSeconds(5), new Claimed.Look(false, false, false), SMS);

        var attempt = AttemptPlan.after(
                reminder, new SendResult.NotSent("connection_refused", Optional.empty()), NOW, new Random(1));

        assertEquals("CANCELLED", attempt.status());
        assertEquals("connection_refused", attempt.errorCode());
        assertTrue(attempt.isOver());
    }

    @Test
    void provider_that_asks_for_days_of_patience_is_not_believed() {
        var attempt = AttemptPlan.after(
                claimed(1, NOW.plus(Duration.ofDays(1)), false, SMS),
                new SendResult.NotSent("20429", Optional.of(Duration.ofDays(9))),
                NOW,
                new Random(1));
        assertBetween(attempt.due(), 7200, 8640);
    }

    private static void assertBetween(Instant due, long least, long most) {
        long wait = Duration.between(NOW, due).toSeconds();
        assertTrue(wait >= least && wait <= most, "waits " + wait + " s");
    }
}
