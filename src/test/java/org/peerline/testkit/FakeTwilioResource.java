package org.peerline.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs the application with the Twilio gateway against a {@link FakeTwilio}, which is put into the test's field of that
 * type. Numbers are ones that could be real: drama numbers are refused with this gateway.
 */
public final class FakeTwilioResource implements QuarkusTestResourceLifecycleManager {
    public static final String PUBLIC_URL = "https://peerline.example/base";
    public static final String SERVICE_NUMBER = "+447400100000";

    private FakeTwilio twilio;

    /** The pool's numbers, the first being 1. */
    public static String relayNumber(int n) {
        return "+4474001%05d".formatted(n);
    }

    @Override
    public Map<String, String> start() {
        twilio = new FakeTwilio();
        return Map.of(
                "peerline.sms.gateway",
                "twilio",
                "peerline.twilio.account-sid",
                FakeTwilio.ACCOUNT_SID,
                "peerline.twilio.auth-token",
                FakeTwilio.AUTH_TOKEN,
                "peerline.twilio.auth-token-next",
                FakeTwilio.AUTH_TOKEN_NEXT,
                "peerline.twilio.api-url",
                twilio.url(),
                "peerline.public-url",
                PUBLIC_URL,
                "peerline.service-number",
                SERVICE_NUMBER,
                "peerline.relay-numbers",
                IntStream.rangeClosed(1, 20)
                        .mapToObj(FakeTwilioResource::relayNumber)
                        .collect(Collectors.joining(",")));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(twilio, new TestInjector.MatchesType(FakeTwilio.class));
    }

    @Override
    public void stop() {
        if (twilio != null) {
            twilio.close();
        }
    }
}
