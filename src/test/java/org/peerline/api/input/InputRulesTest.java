package org.peerline.api.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "sw1a1aa,    SW1A 1AA",
        "' M1 1AE ', M1 1AE",
        "B33 8TH,    B33 8TH",
        "cr2 6xh,    CR2 6XH",
        "DN551PT,    DN55 1PT",
        "W1A 0AX,    W1A 0AX",
        "EC1A 1BB,   EC1A 1BB",
        "GY1 1AA,    GY1 1AA",
        "JE2 3BB,    JE2 3BB",
        "IM1 1AA,    IM1 1AA",
        "BF1 2AT,    BF1 2AT",
        "gir 0aa,    GIR 0AA",
        "SW1A,       refused",
        "12345,      refused",
        "QA1 1AA,    refused",
        "SW1A 1AC,   refused",
        "'',         refused",
        "SW1A 1AA 1, refused"
    })
    void postcodes(String written, String expected) {
        assertEquals(expected, UkPostcode.normalised(written).orElse("refused"));
    }

    @ParameterizedTest
    @CsvSource({
        "2010-11-22, fine",
        "2010-11-23, This service is for people aged 16 or over.",
        "2026-11-22, This service is for people aged 16 or over.",
        "2026-11-23, The date of birth is in the future.",
        "1916-11-22, fine",
        "1915-11-22, The date of birth is too long ago; please check the year."
    })
    void dates_of_birth(LocalDate born, String expected) {
        assertEquals(expected, PlausibleAge.fault(born, TODAY).orElse("fine"));
    }
}
