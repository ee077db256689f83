package org.peerline.sms;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peerline.core.StartupRefused;
import org.peerline.wording.Helpline;

class HelplineCheckTest {
    private static void start(String gateway, Optional<String> helpline) {
        new HelplineCheck(new SmsGateway(() -> Optional.of(gateway)), new Helpline(helpline)).check(null);
    }

    @Test
    void real_gateway_needs_a_line_that_somebody_answers() {
        for (var none : new Optional<?>[] {Optional.empty(), Optional.of("  ")}) {
            var refused = assertThrows(StartupRefused.class, () -> start("twilio", none.map(String.class::cast)));
            assertEquals(
                    "PEERLINE_HELPLINE is missing: the line, open day and night, that texts name.",
                    refused.getMessage());
        }
        assertDoesNotThrow(() -> start("twilio", Optional.of("0808 157 0001")));
    }

    @Test
    void simulator_names_a_number_kept_for_drama() {
        assertDoesNotThrow(() -> start("simulator", Optional.empty()));
        assertEquals("0808 157 0000", new Helpline(Optional.empty()).number());
        assertEquals("0808 157 0001", new Helpline(Optional.of("0808 157 0001")).number());
    }
}
