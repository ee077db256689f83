package org.peerline.bench;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PackagedService;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioIds;
import org.peerline.testkit.TwilioSignature;

/**
 * How many texts a second the delivered service relays: signed webhooks in, masked texts posted to a provider on
 * loopback, in a closed loop. Not a test: run it with {@code docs/measure.sh}; what it prints is a ratio's worth, not a
 * promise.
 */
public final class RelayBench {
    private static final String WEBHOOK = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";
    private static final int PAIRS = 40;

    private RelayBench() {}

    /** @param args connections, texts of a round, rounds */
    public static void main(String[] args) throws Exception {
        int connections = Integer.parseInt(args[0]);
        int texts = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        Path data = Files.createTempDirectory("peerline-bench").toRealPath().resolve("data");
        try (var twilio = new FakeTwilio();
                var service = PackagedService.launch(data, settings(twilio)).awaitReady()) {
            List<String> relays = openPairs(service, data);
            twilio.awaitPosts(PAIRS);
            var rates = new ArrayList<Double>();
            // The first round warms up and is not counted.
            for (int round = 0; round <= rounds; round++) {
                twilio.reset();
                long began = System.nanoTime();
                List<Long> micros = send(service, relays, connections, texts);
                while (twilio.posts().size() < texts) {
                    Thread.onSpinWait();
                }
                double rate = texts * 1e9 / (System.nanoTime() - began);
                if (round > 0) {
                    rates.add(rate);
                    System.out.printf(
                            "round %d: %.0f texts/s, webhook median %d us, p99 %d us%n",
                            round, rate, micros.get(texts / 2), micros.get(texts * 99 / 100));
                }
            }
            rates.sort(null);
            System.out.printf("median: %.0f texts/s%n", rates.get(rates.size() / 2));
        }
    }

    private static Map<String, String> settings(FakeTwilio twilio) {
        return new LinkedHashMap<>(Map.of(
                "PEERLINE_SMS_GATEWAY",
                "twilio",
                "PEERLINE_TWILIO_ACCOUNT_SID",
                FakeTwilio.ACCOUNT_SID,
                "PEERLINE_TWILIO_AUTH_TOKEN",
                FakeTwilio.AUTH_TOKEN,
                "PEERLINE_TWILIO_API_URL",
                twilio.url(),
                "PEERLINE_PUBLIC_URL",
                FakeTwilioResource.PUBLIC_URL,
                "PEERLINE_SERVICE_NUMBER",
                FakeTwilioResource.SERVICE_NUMBER,
                "PEERLINE_HELPLINE",
                "0808 157 0001",
                "PEERLINE_SMS_SEGMENTS_PER_SECOND",
                "0",
                "PEERLINE_RELAY_NUMBERS",
                IntStream.rangeClosed(1, 20)
                        .mapToObj(FakeTwilioResource::relayNumber)
                        .collect(Collectors.joining(","))));
    }

    /** The relay number of each pair; the n-th requester has the n-th sample number. */
    private static List<String> openPairs(PackagedService service, Path data) throws Exception {
        String admin = Files.readString(data.resolve("admin-key")).trim();
        String key = as(service, admin)
                .body(Map.of("name", "Bench", "roles", List.of("INTAKE", "COORDINATOR")))
                .post("/v1/api-keys")
                .path("key");
        var relays = new ArrayList<String>();
        for (int n = 0; n < PAIRS; n++) {
            as(service, key)
                    .body(Map.of(
                            "displayName",
                            "Dr Peer P",
                            "fullName",
                            "Peer Number" + n,
                            "mobileNumber",
                            "+4474003%05d".formatted(n),
                            "gmcNumber",
                            "71%05d".formatted(n),
                            "jobRole",
                            "GP",
                            "capacity",
                            1))
                    .post("/v1/peers")
                    .then()
                    .statusCode(201);
            relays.add(as(service, key)
                    .body(Samples.request("Sam Okafor", requester(n)))
                    .post("/v1/requests")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("assignment.relayNumber"));
        }
        return relays;
    }

    /** The time of each webhook in microseconds, sorted. */
    private static List<Long> send(PackagedService service, List<String> relays, int connections, int texts)
            throws Exception {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var pool = Executors.newFixedThreadPool(connections);
        var times = new long[texts];
        try {
            var all = new ArrayList<Future<?>>();
            for (int n = 0; n < texts; n++) {
                int text = n;
                all.add(pool.submit(() -> {
                    int pair = text % PAIRS;
                    var form = SignedWebhook.textForm(
                            TwilioIds.message(), requester(pair), relays.get(pair), "text number " + text);
                    var request = HttpRequest.newBuilder(URI.create(service.url() + "/webhooks/twilio/messages"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-Twilio-Signature", TwilioSignature.of(FakeTwilio.AUTH_TOKEN, WEBHOOK, form))
                            .POST(HttpRequest.BodyPublishers.ofString(SignedWebhook.encode(form)))
                            .build();
                    long began = System.nanoTime();
                    int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    times[text] = (System.nanoTime() - began) / 1000;
                    if (status != 200) {
                        throw new IllegalStateException("answered " + status);
                    }
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        return Arrays.stream(times).sorted().boxed().toList();
    }

    private static String requester(int n) {
        return "+4474002%05d".formatted(n);
    }

    private static RequestSpecification as(PackagedService service, String key) {
        return RestAssured.given().baseUri(service.url()).auth().oauth2(key).contentType("application/json");
    }
}
