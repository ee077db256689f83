package org.peerline.sms.twilio.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.peerline.sms.SmsGateway;
import org.peerline.sms.twilio.TwilioPaths;
import org.peerline.sms.twilio.TwilioSettings;

/** What every webhook of Twilio's goes through: the checks before, the count of refusals, and the answer to a fault. */
@Singleton
public class WebhookDoor {
    private static final int SECONDS_TO_WAIT = 5;

    private final Optional<WebhookChecks> checks;
    private final MeterRegistry meters;
    private final Map<String, Timer> times;

    @Inject
    public WebhookDoor(SmsGateway gateway, Instance<TwilioSettings> settings, MeterRegistry meters) {
        this.checks = gateway.isSimulated() ? Optional.empty() : Optional.of(new WebhookChecks(settings.get()));
        this.meters = meters;
        this.times = Map.of(
                TwilioPaths.MESSAGES, timer(meters, TwilioPaths.MESSAGES),
                TwilioPaths.STATUS, timer(meters, TwilioPaths.STATUS),
                TwilioPaths.VOICE, timer(meters, TwilioPaths.VOICE));
        for (WebhookRefusal refusal : WebhookRefusal.values()) {
            // A counter that appears with its first refusal is seen too late by an alarm on its rate.
            count(refusal, 0);
        }
    }

    void beThere(@Observes StartupEvent start) {
        // To be made is enough: the counters are there before the first one counts.
    }

    /**
     * @param use what to do with a genuine form; it may still refuse it
     * @throws NotFoundException while the gateway is not Twilio
     */
    public Response open(String path, HttpServerRequest request, byte[] body, Function<WebhookForm, Response> use) {
        Timer.Sample begun = Timer.start(meters);
        try {
            return use.apply(check(path, request, body));
        } catch (RuntimeException fault) {
            throw answered(fault);
        } finally {
            begun.stop(times.get(path));
        }
    }

    /** The same for a use that takes its time: no thread waits for it, so that many can share one transaction. */
    CompletionStage<Response> openAndWait(
            String path, HttpServerRequest request, byte[] body, Function<WebhookForm, CompletionStage<Response>> use) {
        Timer.Sample begun = Timer.start(meters);
        return used(path, request, body, use)
                .whenComplete((answer, fault) -> begun.stop(times.get(path)))
                .exceptionallyCompose(fault -> CompletableFuture.failedStage(
                        answered(fault instanceof CompletionException wrapped ? wrapped.getCause() : fault)));
    }

    private CompletionStage<Response> used(
            String path, HttpServerRequest request, byte[] body, Function<WebhookForm, CompletionStage<Response>> use) {
        try {
            return use.apply(check(path, request, body));
        } catch (RuntimeException fault) {
            return CompletableFuture.failedStage(fault);
        }
    }

    private WebhookForm check(String path, HttpServerRequest request, byte[] body) {
        return checks.orElseThrow(NotFoundException::new).check(path, WebhookPost.of(request, body));
    }

    private WebApplicationException answered(Throwable fault) {
        if (fault instanceof NotFoundException notHere) {
            return notHere;
        }
        if (fault instanceof WebhookRefused refused) {
            count(refused.refusal(), 1);
            return new WebApplicationException(
                    refused.getMessage(), refused.refusal().status());
        }
        // Not answered with 2xx, so that Twilio shows the failure, and sends again where it is set up to.
        return new WebApplicationException(
                fault,
                Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                        .build());
    }

    private static Timer timer(MeterRegistry meters, String path) {
        return Timer.builder("peerline.webhook.time")
                .description("From the arrival of a webhook to its answer")
                .tag("webhook", path.substring(path.lastIndexOf('/') + 1))
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15))
                .register(meters);
    }

    private void count(WebhookRefusal refusal, int times) {
        meters.counter("peerline.webhook.refused", "reason", refusal.counted()).increment(times);
    }
}
