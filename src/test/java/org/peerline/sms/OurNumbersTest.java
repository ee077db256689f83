package org.peerline.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.core.PhoneNumber;
import org.peerline.core.StartupRefused;

class OurNumbersTest {
    private static final String IN_FORM =
            "PEERLINE_RELAY_NUMBERS must be in E.164, such as +447400123456, several" + " separated by commas.";
    private static final String TWICE = "PEERLINE_RELAY_NUMBERS names one number twice.";

    @Test
    void simulator_has_numbers_of_its_own() {
        OurNumbers ours = numbers(Map.of());

        assertEquals(new PhoneNumber("+447700900000"), ours.serviceNumber());
        assertEquals(20, ours.relayNumbers().size());
        assertEquals(new PhoneNumber("+447700900201"), ours.relayNumbers().get(0));
        assertEquals(new PhoneNumber("+447700900220"), ours.relayNumbers().get(19));
    }

    @Test
    void configured_numbers_are_ours_and_no_others() {
        OurNumbers ours = numbers(Map.of(
                "peerline.sms.gateway", "twilio",
                "peerline.service-number", "+447400100000",
                "peerline.relay-numbers", "+447400100001, +447400100002"));

        assertTrue(ours.isOurs(new PhoneNumber("+447400100000")));
        assertTrue(ours.isOurs(new PhoneNumber("+447400100002")));
        assertFalse(ours.isOurs(new PhoneNumber("+447400100003")));
        assertEquals(List.of(new PhoneNumber("+447400100001"), new PhoneNumber("+447400100002")), ours.relayNumbers());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+447400100001,+447400100001 | " + TWICE,
                "+447400100001,07400100002 | " + IN_FORM,
                "+447400100001,+4407400100002 | " + IN_FORM,
                "+447400100001, | " + IN_FORM,
                "nonsense | " + IN_FORM,
                "+447400100000 | PEERLINE_RELAY_NUMBERS must not contain the service number.",
                "+447700900201 | PEERLINE_RELAY_NUMBERS contains a number that is kept for drama (+447700900...); no"
                        + " provider can send from it.",
            })
    void wrong_pool_is_refused_in_one_sentence(String pool, String sentence) {
        var settings = Map.of(
                "peerline.sms.gateway", "twilio",
                "peerline.service-number", "+447400100000",
                "peerline.relay-numbers", pool);

        assertEquals(
                sentence,
                assertThrows(StartupRefused.class, () -> numbers(settings)).getMessage());
    }

    @Test
    void real_gateway_needs_numbers_of_its_own() {
        var none = Map.of("peerline.sms.gateway", "twilio");
        var noPool = Map.of("peerline.sms.gateway", "twilio", "peerline.service-number", "+447400100000");

        assertEquals(
                "PEERLINE_SERVICE_NUMBER is missing: the number that people text first.",
                assertThrows(StartupRefused.class, () -> numbers(none)).getMessage());
        assertEquals(
                "PEERLINE_RELAY_NUMBERS is missing: the numbers of the relay pool.",
                assertThrows(StartupRefused.class, () -> numbers(noPool)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Twilio", "twillio", "none", " twilio"})
    void unknown_gateway_is_refused_in_one_sentence(String name) {
        var refused = assertThrows(StartupRefused.class, () -> numbers(Map.of("peerline.sms.gateway", name)));

        assertEquals("PEERLINE_SMS_GATEWAY must be \"simulator\" or \"twilio\".", refused.getMessage());
    }

    private static OurNumbers numbers(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(SmsConfig.class)
                .withMapping(OurNumbersConfig.class)
                .withDefaultValues(settings)
                .build();
        return new OurNumbers(
                config.getConfigMapping(OurNumbersConfig.class),
                new SmsGateway(config.getConfigMapping(SmsConfig.class)));
    }
}
