package org.peerline.sms.outbox.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.sms.outbox.gateway.SendResult;

class SilenceRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "connection_refused, true",
        "unknown_host, true",
        "tls, true",
        "timeout, true",
        "20429, false",
        "30001, false",
        "http_429, false",
    })
    void provider_that_turned_a_text_away_was_there(String code, boolean silence) {
        assertEquals(silence, SilenceRule.isSilence(new SendResult.NotSent(code, Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"timeout", "http_503", "unreadable_201", "connection_lost"})
    void answer_that_says_nothing_is_silence(String code) {
        assertEquals(true, SilenceRule.isSilence(new SendResult.Ambiguous(code)));
        assertEquals(code, SilenceRule.code(new SendResult.Ambiguous(code)));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 30", "2, 60", "3, 120", "4, 300", "50, 300"})
    void it_is_tried_again_more_and_more_seldom(int probes, long seconds) {
        assertEquals(NOW.plusSeconds(seconds), ProbePlan.STANDARD.next(NOW, probes));
    }
}
