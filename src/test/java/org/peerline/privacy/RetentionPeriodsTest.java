package org.peerline.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.core.StartupRefused;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionPeriods;

class RetentionPeriodsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void each_class_counts_back_by_the_calendar() {
        var periods = new RetentionPeriods("P7D", "P30D", "P1Y", "P20Y", "P6Y", "P2D", LONDON);

        assertEquals(
                Instant.parse("2025-11-22T10:00:00Z"),
                periods.before(RetentionClass.IDENTITY, Instant.parse("2026-11-22T10:00:00Z")));
        assertEquals(
                Instant.parse("2026-10-24T09:00:00Z"),
                periods.before(RetentionClass.DETAILS, Instant.parse("2026-11-23T10:00:00Z")),
                "the clocks went back in between");
    }

    @ParameterizedTest
    @CsvSource({
        "P7D, P30D, P1Y, P21Y, P2D, PEERLINE_RETENTION_RECORD",
        "P7D, P30D, P1Y, P7306D, P2D, PEERLINE_RETENTION_RECORD",
        "P-1D, P30D, P1Y, P20Y, P2D, PEERLINE_RETENTION_WORDS",
        "P7D, soon, P1Y, P20Y, P2D, PEERLINE_RETENTION_DETAILS",
        "P7D, P30D, P10D, P20Y, P2D, PEERLINE_RETENTION_DETAILS",
        "P7D, P30D, P5Y, P4Y, P2D, PEERLINE_RETENTION_IDENTITY",
        "P7D, P30D, P1Y, P20Y, P0D, PEERLINE_RETENTION_TRACES"
    })
    void what_cannot_be_stops_the_start_and_is_named(
            String words, String details, String identity, String record, String traces, String named) {
        var refused = assertThrows(
                StartupRefused.class,
                () -> new RetentionPeriods(words, details, identity, record, "P6Y", traces, LONDON));

        assertTrue(refused.getMessage().contains(named), refused.getMessage());
    }
}
