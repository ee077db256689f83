package org.peerline.requests.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReductionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "2010-01-01, under 25",
        "2001-11-23, under 25",
        "2001-11-22, 25 to 34",
        "1991-11-23, 25 to 34",
        "1991-11-22, 35 to 44",
        "1961-11-23, 55 to 64",
        "1961-11-22, 65 and over",
        "1930-01-01, 65 and over"
    })
    void date_of_birth_becomes_an_age_band(LocalDate born, String band) {
        assertEquals(band, AgeBand.of(born, TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "LS1 1AA, Yorkshire and The Humber",
        "EC1A 1BB, London",
        "W1A 0AX, London",
        "M1 1AE, North West",
        "CF10 1EP, Wales",
        "BT1 1AA, Northern Ireland",
        "EH1 1YZ, Scotland",
        "GY1 1AA, Crown dependencies",
        "b33 8th, West Midlands",
        "BF1 3AA, Other",
        "GIR 0AA, Other"
    })
    void postcode_becomes_a_region(String postcode, String region) {
        assertEquals(region, UkRegion.of(postcode));
    }
}
