package org.peerline.sms.twilio.records;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.SmsGateway;
import org.peerline.sms.SmsStatus;
import org.peerline.sms.inbox.late.ReceivedTexts;
import org.peerline.sms.outbox.doubt.ProviderRecords;
import org.peerline.sms.outbox.gateway.ProviderReach;
import org.peerline.sms.twilio.OneTryHttpClient;
import org.peerline.sms.twilio.TwilioSettings;

/** Reads Twilio's list of texts, both ways; it sends nothing. */
@Singleton
@LookupIfProperty(name = SmsGateway.PROPERTY, stringValue = SmsGateway.TWILIO)
public class TwilioRecords implements ProviderRecords, ProviderReach, ReceivedTexts {
    /** The SDK knows no other host; the client below puts the configured one in its place. */
    private static final String API = "https://api.twilio.com";

    private static final int PAGE = 1000;

    /** More than an account sends and receives in days: a list without an end is no list. */
    private static final int MOST_PAGES = 1000;

    private final TwilioSettings settings;
    private final OurNumbers ours;
    private final OneTryHttpClient http;
    private final TwilioRestClient twilio;

    @Inject
    public TwilioRecords(TwilioSettings settings, OurNumbers ours) {
        this.settings = settings;
        this.ours = ours;
        http = new OneTryHttpClient(settings);
        twilio = new TwilioRestClient.Builder(
                        settings.login().name(), settings.login().secret())
                .accountSid(settings.accountSid())
                .httpClient(http)
                .build();
    }

    @Override
    public List<TakenText> taken(PhoneNumber from, PhoneNumber to, Instant since, Instant until) throws Unavailable {
        try {
            return read(
                            "&To=" + encode(to.e164()) + "&From=" + encode(from.e164()) + day(since),
                            listed -> listed.isOutbound() ? listed.taken() : Optional.empty())
                    .stream()
                    .filter(text -> !text.at().isBefore(since) && !text.at().isAfter(until))
                    .toList();
        } catch (ListUnavailable unavailable) {
            throw new Unavailable(unavailable.getMessage());
        }
    }

    @Override
    public void ended(Instant since, Predicate<List<TakenText>> part) throws Unavailable {
        try {
            pages(
                    "&DateSent%3E=" + since.truncatedTo(ChronoUnit.SECONDS),
                    page -> part.test(page.texts().stream()
                            .filter(ListedText::isOutbound)
                            .flatMap(listed -> listed.taken().stream())
                            .filter(text -> text.status() == SmsStatus.DELIVERED || text.status() == SmsStatus.FAILED)
                            .toList()));
        } catch (ListUnavailable unavailable) {
            throw new Unavailable(unavailable.getMessage());
        }
    }

    @Override
    public List<Received> since(Instant since) throws Closed {
        try {
            Instant from = since.truncatedTo(ChronoUnit.SECONDS);
            List<Received> received = read(
                    "&DateSent%3E=" + from,
                    listed -> listed.received(ours).filter(text -> !text.at().isBefore(from)));
            // The latest stands first on the list, and its times have seconds: their order is all that tells which of
            // two
            // texts of one second came first.
            Collections.reverse(received);
            received.sort(Comparator.comparing(Received::at));
            return received;
        } catch (ListUnavailable unavailable) {
            throw new Closed(unavailable.getMessage());
        }
    }

    @Override
    public boolean answers() {
        try {
            // Whatever it says of the list: whoever refuses it is there.
            return twilio.request(new Request(HttpMethod.GET, first("&PageSize=1")))
                            .getStatusCode()
                    < 500;
        } catch (RuntimeException unanswered) {
            return false;
        }
    }

    /** From the beginning of the day: the list is asked by the day in which it was sent, which the sending itself decides. */
    private static String day(Instant since) {
        return "&DateSent%3E=" + since.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
    }

    /** Page by page; what is not wanted is not kept, for there can be many pages. */
    private <T> List<T> read(String filter, Function<ListedText, Optional<T>> wanted) throws ListUnavailable {
        var texts = new ArrayList<T>();
        pages(filter, page -> {
            page.texts().forEach(listed -> wanted.apply(listed).ifPresent(texts::add));
            return true;
        });
        return texts;
    }

    /** @param goOn false from it ends the reading */
    private void pages(String filter, Predicate<ListPage> goOn) throws ListUnavailable {
        Optional<String> next = Optional.of(first("&PageSize=" + PAGE + filter));
        for (int pages = 0; next.isPresent(); pages++) {
            if (pages == MOST_PAGES) {
                throw new ListUnavailable("too_long");
            }
            ListPage page = ListPage.read(get(next.get()));
            next = goOn.test(page) ? page.nextPath().map(path -> API + path) : Optional.empty();
        }
    }

    private String first(String query) {
        return API + "/2010-04-01/Accounts/" + settings.accountSid() + "/Messages.json?" + query.substring(1);
    }

    private String get(String url) throws ListUnavailable {
        Response answer;
        try {
            answer = twilio.request(new Request(HttpMethod.GET, url));
        } catch (RuntimeException unanswered) {
            throw new ListUnavailable("unanswered");
        }
        if (answer.getStatusCode() != 200) {
            throw new ListUnavailable("http_" + answer.getStatusCode());
        }
        return answer.getContent();
    }

    private static String encode(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8);
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }
}
