package org.peerline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peerline.embedded.EmbeddedSetup;

class WelcomeTextTest {
    private static final String URL = "jdbc:postgresql://db:5432/peerline?user=app&password=hidden";

    @Test
    void the_first_start_shows_the_key_and_where_it_is_kept() {
        String text = text("simulator", Optional.of("pl_new"));
        assertTrue(text.contains("in /data/admin-key"), text);
        assertTrue(text.contains("pl_new  (shown this once)"), text);
        assertTrue(text.contains("http://localhost:8080/q/swagger-ui"), text);
    }

    @Test
    void a_later_start_names_the_file_only() {
        String text = text("simulator", Optional.empty());
        assertTrue(text.contains("in /data/admin-key"), text);
        assertFalse(text.contains("shown this once"), text);
    }

    @Test
    void the_simulator_says_loudly_that_nothing_is_sent_and_a_real_gateway_does_not() {
        assertTrue(text("simulator", Optional.empty()).contains("NO REAL TEXTS ARE SENT"));
        assertTrue(text("simulator", Optional.empty()).contains("http://localhost:8080/simulator"));
        assertFalse(text("twilio", Optional.empty()).contains("/simulator"));
        assertFalse(text("twilio", Optional.empty()).contains("NO REAL TEXTS"));
        assertTrue(text("twilio", Optional.empty()).contains("real texts, through twilio"));
    }

    @Test
    void the_address_of_an_external_database_is_shown_without_what_it_carries() {
        String text = new WelcomeText("http://localhost:8080/", "twilio", URL, Optional.empty()).toString();
        assertTrue(text.contains("jdbc:postgresql://db:5432/peerline"), text);
        assertFalse(text.contains("hidden"), text);
        assertFalse(text.contains("ADMIN"), text);
    }

    private static String text(String gateway, Optional<String> newKey) {
        var setup = new EmbeddedSetup(Path.of("/data"), Optional.of(Path.of("/data/admin-key")), newKey);
        return new WelcomeText("http://localhost:8080/", gateway, URL, Optional.of(setup)).toString();
    }
}
