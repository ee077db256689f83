package org.peerline.sms.twilio;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.peerline.testkit.FakeTwilio;

/** Settings read as the application reads them, from a complete set that a test changes. */
public final class TwilioTestSettings {
    private TwilioTestSettings() {}

    public static TwilioSettings with(FakeTwilio twilio, Map<String, String> changed) {
        var properties = new HashMap<>(Map.of("peerline.twilio.api-url", twilio.url()));
        properties.putAll(changed);
        return with(properties);
    }

    /** An empty value takes the setting away. */
    public static TwilioSettings with(Map<String, String> changed) {
        var properties = new HashMap<>(Map.of(
                "peerline.twilio.account-sid", FakeTwilio.ACCOUNT_SID,
                "peerline.twilio.auth-token", FakeTwilio.AUTH_TOKEN,
                "peerline.public-url", "https://peerline.example/base"));
        properties.putAll(changed);
        var config = new SmallRyeConfigBuilder()
                .withMapping(TwilioConfig.class)
                .withMapping(PublicAddress.class)
                .withDefaultValues(properties)
                .build();
        return TwilioSettings.of(
                config.getConfigMapping(TwilioConfig.class), config.getConfigMapping(PublicAddress.class));
    }
}
