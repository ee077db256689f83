package org.peerline.sms.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.Header;
import org.jboss.logging.Logger;
import org.peerline.core.BareFault;
import org.peerline.sms.SmsGateway;
import org.peerline.sms.outbox.gateway.OutgoingSms;
import org.peerline.sms.outbox.gateway.SendResult;
import org.peerline.sms.outbox.gateway.SmsSender;

/** Hands one text to Twilio, once. */
@Singleton
@LookupIfProperty(name = SmsGateway.PROPERTY, stringValue = SmsGateway.TWILIO)
public class TwilioSmsSender implements SmsSender {
    private static final String OUR_COUNTRY = "+44";
    private static final String NOT_TO_THAT_COUNTRY = "21408";
    private static final Logger LOG = Logger.getLogger(TwilioSmsSender.class);

    /** Twilio accepts 1 to 36,000 seconds and refuses the whole text otherwise (90007). */
    private static final Duration LONGEST_VALIDITY = Duration.ofHours(10);

    private final TwilioSettings settings;
    private final OneTryHttpClient http;
    private final TwilioRestClient twilio;

    @Inject
    public TwilioSmsSender(TwilioSettings settings) {
        this.settings = settings;
        http = new OneTryHttpClient(settings);
        twilio = new TwilioRestClient.Builder(
                        settings.login().name(), settings.login().secret())
                .accountSid(settings.accountSid())
                .httpClient(http)
                .build();
    }

    @Override
    public SendResult send(OutgoingSms sms) {
        try {
            return ofThisText(sms, answer(twilio.request(request(sms))).read());
        } catch (OneTryHttpClient.Unanswered unanswered) {
            String code = name(unanswered.getCause());
            return unanswered.mayHaveArrived()
                    ? new SendResult.Ambiguous(code)
                    : new SendResult.NotSent(code, Optional.empty());
        } catch (RuntimeException unforeseen) {
            LOG.errorf(new BareFault(unforeseen), "no answer for text %s could be made out", sms.messageId());
            return new SendResult.Ambiguous("unforeseen");
        }
    }

    /** A country that the account may not text is a fault of that text: numbers of our own country still get theirs. */
    private static SendResult ofThisText(OutgoingSms sms, SendResult result) {
        boolean elsewhere = !sms.to().e164().startsWith(OUR_COUNTRY);
        return elsewhere
                        && result instanceof SendResult.SenderBroken broken
                        && broken.code().equals(NOT_TO_THAT_COUNTRY)
                ? new SendResult.Refused(NOT_TO_THAT_COUNTRY, SendResult.Why.NO_ROUTE)
                : result;
    }

    private Request request(OutgoingSms sms) {
        var request =
                new Request(HttpMethod.POST, "api", "/2010-04-01/Accounts/" + settings.accountSid() + "/Messages.json");
        var form = request.getPostParams();
        form.put("To", List.of(sms.to().e164()));
        form.put("From", List.of(sms.from().e164()));
        // Put in by hand: the SDK's own way leaves out a body that reads "null".
        form.put("Body", List.of(sms.body()));
        form.put("ValidityPeriod", List.of(Long.toString(seconds(sms.validity()))));
        form.put(
                "StatusCallback",
                List.of(settings.publicUrl() + TwilioPaths.STATUS + "?" + TwilioPaths.MESSAGE_ID + "=" + sms.messageId()
                        + "&" + TwilioPaths.SEND_NO + "=" + sms.sendNo()));
        settings.messagingServiceSid().ifPresent(sid -> form.put("MessagingServiceSid", List.of(sid)));
        if (settings.discardContent()) {
            form.put("ContentRetention", List.of("discard"));
        }
        return request;
    }

    private static long seconds(Duration validity) {
        return Math.max(1, Math.min(validity.toSeconds(), LONGEST_VALIDITY.toSeconds()));
    }

    private static TwilioAnswer answer(Response response) {
        int status = response.getStatusCode();
        return new TwilioAnswer(
                status,
                // Whoever has taken a text asks for no other time.
                status < 300 ? Optional.empty() : retryAfter(response.getHeaders()),
                response.getContent().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Duration> retryAfter(Header[] headers) {
        return Arrays.stream(headers)
                .filter(header -> header.getName().equalsIgnoreCase("Retry-After"))
                .map(Header::getValue)
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .findFirst();
    }

    /** A word for people; whether the text may be sent again is decided elsewhere. */
    private static String name(Throwable fault) {
        if (fault instanceof InterruptedIOException) {
            return "timeout";
        }
        if (fault instanceof UnknownHostException) {
            return "unknown_host";
        }
        if (fault instanceof SSLException) {
            return "tls";
        }
        return fault instanceof ConnectException ? "connection_refused" : "connection_lost";
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }
}
