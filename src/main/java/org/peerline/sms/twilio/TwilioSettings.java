package org.peerline.sms.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.peerline.core.StartupRefused;

/**
 * What {@link TwilioConfig} says, checked and complete.
 *
 * @param publicUrl without a slash at the end
 * @param apiUrl without a slash at the end
 * @param authTokens the tokens that may have signed a webhook, the current one first
 */
public record TwilioSettings(
        String accountSid,
        List<String> authTokens,
        Login login,
        Optional<String> messagingServiceSid,
        String apiUrl,
        String publicUrl,
        boolean discardContent,
        Duration connectTimeout,
        Duration responseTimeout,
        int maxConnections) {
    private static final Pattern SID = Pattern.compile("[0-9A-Za-z]{2,64}");

    /** As whom to call the REST API. */
    public record Login(String name, String secret) {
        @Override
        public String toString() {
            return "Login[" + name + "]";
        }
    }

    /** @throws StartupRefused naming the setting that is missing or cannot be used; never quoting its value */
    public static TwilioSettings of(TwilioConfig config, PublicAddress address) {
        String accountSid = sid(required(config.accountSid(), "ACCOUNT_SID"), "ACCOUNT_SID");
        String authToken = required(config.authToken(), "AUTH_TOKEN");
        String publicUrl = address.publicUrl()
                .filter(url -> !url.isBlank())
                .orElseThrow(() -> new StartupRefused("PEERLINE_PUBLIC_URL is missing; with the Twilio gateway it is"
                        + " the URL under which Twilio reaches this service."));
        return new TwilioSettings(
                accountSid,
                Stream.concat(Stream.of(authToken), config.authTokenNext().stream())
                        .toList(),
                login(config).orElse(new Login(accountSid, authToken)),
                config.messagingServiceSid().map(sid -> sid(sid, "MESSAGING_SERVICE_SID")),
                url(config.apiUrl(), "PEERLINE_TWILIO_API_URL"),
                url(publicUrl, "PEERLINE_PUBLIC_URL"),
                config.contentRetention() == TwilioConfig.ContentRetention.DISCARD,
                config.connectTimeout(),
                config.responseTimeout(),
                config.maxConnections());
    }

    private static Optional<Login> login(TwilioConfig config) {
        if (config.apiKeySid().isPresent() != config.apiKeySecret().isPresent()) {
            throw new StartupRefused(
                    "PEERLINE_TWILIO_API_KEY_SID and PEERLINE_TWILIO_API_KEY_SECRET must be given together.");
        }
        return config.apiKeySid()
                .map(sid ->
                        new Login(sid(sid, "API_KEY_SID"), config.apiKeySecret().get()));
    }

    private static String required(Optional<String> value, String name) {
        return value.filter(given -> !given.isBlank())
                .orElseThrow(() ->
                        new StartupRefused("PEERLINE_TWILIO_" + name + " is missing; the Twilio gateway needs it."));
    }

    private static String sid(String value, String name) {
        if (!SID.matcher(value).matches()) {
            throw new StartupRefused("PEERLINE_TWILIO_" + name + " is not one of Twilio's ids.");
        }
        return value;
    }

    private static String url(String value, String setting) {
        String plain = value.strip().replaceAll("/+$", "");
        try {
            URI uri = URI.create(plain);
            boolean usable = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (usable) {
                return plain;
            }
        } catch (IllegalArgumentException notAUrl) {
            // said below
        }
        throw new StartupRefused(setting + " must be an http or https URL without a query, such as"
                + " https://peerline.example/prefix.");
    }

    /** No token and no secret, whoever prints it. */
    @Override
    public String toString() {
        return "TwilioSettings[" + accountSid + "]";
    }
}
