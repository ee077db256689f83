package org.peerline.sms.twilio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How to reach Twilio, and as whom. Looked at only while the gateway is {@code twilio}. */
@ConfigMapping(prefix = "peerline.twilio")
public interface TwilioConfig {
    /** The account that sends, and the only one whose webhooks are believed; required. */
    Optional<String> accountSid();

    /** The account's token: signs the webhooks, and sends where no API key is given; required. */
    Optional<String> authToken();

    /** A second token that is accepted on webhooks while the first one is being replaced. */
    Optional<String> authTokenNext();

    /** An API key to send with instead of the account's token; needs its secret beside it. */
    Optional<String> apiKeySid();

    /** The secret of the API key. */
    Optional<String> apiKeySecret();

    /** A messaging service to send through; our own number stays the sender and must be in its pool. */
    Optional<String> messagingServiceSid();

    /** Where the REST API is; anything that speaks Twilio's API can stand here. */
    @WithDefault("https://api.twilio.com")
    String apiUrl();

    /** {@code retain} leaves bodies in Twilio's records; {@code discard} needs an account that has this feature. */
    @WithDefault("retain")
    ContentRetention contentRetention();

    /** How long to wait for a connection; nothing has been sent when it runs out. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** How long to wait for an answer; when it runs out, nobody knows whether the text was sent. */
    @WithDefault("PT10S")
    Duration responseTimeout();

    /** How many connections to Twilio there may be; how many texts are sent side by side is the out-tray's to say. */
    @WithDefault("128")
    int maxConnections();

    /** What Twilio keeps of a text. */
    enum ContentRetention {
        RETAIN,
        DISCARD
    }
}
