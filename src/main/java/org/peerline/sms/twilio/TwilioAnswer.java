package org.peerline.sms.twilio;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.peerline.sms.outbox.gateway.RetryPlan;
import org.peerline.sms.outbox.gateway.SendResult;
import org.peerline.sms.outbox.gateway.SendResult.Why;
import org.peerline.sms.twilio.TwilioErrorCodes.Meaning;

/** What Twilio, or whatever stands between, answered to one attempt to send, read for what it says of the text. */
record TwilioAnswer(int status, Optional<Duration> retryAfter, byte[] body) {
    private static final ObjectReader JSON =
            new ObjectMapper().readerFor(Said.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** What is read of it: on success the message's id, else perhaps an error code. */
    private record Said(String sid, Integer code) {
        static final Said NOTHING = new Said(null, null);
    }

    SendResult read() {
        if (status >= 400 && status < 500) {
            return code().map(this::byCode).orElseGet(this::byStatus);
        }
        if (status >= 200 && status < 300) {
            String sid = said().sid();
            return sid != null && MessageSid.matches(sid)
                    ? new SendResult.Accepted(sid)
                    : new SendResult.Ambiguous("unreadable_" + status);
        }
        // Twilio may have taken the text before the fault, and whoever redirects may have passed it on.
        return new SendResult.Ambiguous("http_" + status);
    }

    private SendResult byCode(int number) {
        String code = Integer.toString(number);
        Meaning meaning = TwilioErrorCodes.meaningOf(number);
        return switch (meaning) {
            case NOT_PROCESSED, NO_CAPACITY -> new SendResult.NotSent(code, retryAfter);
            case PERHAPS_TEMPORARY ->
                new SendResult.NotSent(code, retryAfter.or(() -> Optional.of(RetryPlan.STANDARD.untilReachable())));
            case OUR_CONFIGURATION -> new SendResult.SenderBroken(code);
            case BAD_NUMBER -> new SendResult.Refused(code, Why.BAD_NUMBER);
            case OPTED_OUT -> new SendResult.Refused(code, Why.OPTED_OUT);
            case OUR_FAULT -> new SendResult.Refused(code, Why.OUR_FAULT);
            case NO_ROUTE -> new SendResult.Refused(code, Why.NO_ROUTE);
            case FILTERED -> new SendResult.Refused(code, Why.FILTERED);
            case TOO_LATE -> new SendResult.Refused(code, Why.TOO_LATE);
            case UNKNOWN -> ofUnknown(code);
        };
    }

    /** Too many requests and a bad login are what they are under any code. */
    private SendResult ofUnknown(String code) {
        return switch (status) {
            case 429 -> new SendResult.NotSent(code, retryAfter);
            case 401 -> new SendResult.SenderBroken(code);
            default -> new SendResult.Refused(code, Why.UNKNOWN_CODE);
        };
    }

    /** Without a code of Twilio's it is likely that something else answered: a proxy, a wrong address. */
    private SendResult byStatus() {
        String code = "http_" + status;
        return switch (status) {
            case 429 -> new SendResult.NotSent(code, retryAfter);
            case 401, 403, 404, 405, 407 -> new SendResult.SenderBroken(code);
            case 408 -> new SendResult.Ambiguous(code);
            default -> new SendResult.Refused(code, Why.UNKNOWN_CODE);
        };
    }

    private Optional<Integer> code() {
        return Optional.ofNullable(said().code()).filter(code -> code > 0);
    }

    private Said said() {
        try {
            Said read = JSON.readValue(body);
            return read == null ? Said.NOTHING : read;
        } catch (IOException notJson) {
            return Said.NOTHING;
        }
    }
}
