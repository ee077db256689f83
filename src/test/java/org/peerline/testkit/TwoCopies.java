package org.peerline.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.peerline.privacy.MasterKeys;

/** Two copies of the delivered service on one PostgreSQL, a provider on loopback, and some pairs of people who talk. */
public final class TwoCopies implements AutoCloseable {
    public static final int PAIRS = 8;

    private static final String WEBHOOK = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";

    private final FakeTwilio twilio = new FakeTwilio();
    private final HttpClient provider =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String keyset = MasterKeys.generate();
    private final Map<Integer, PackagedService> copies = new HashMap<>();
    private final List<String> relays = new ArrayList<>();
    private final Path home;
    private final KillableDatabase database;
    private final CuttableProxy proxy;
    private final IntFunction<Map<String, String>> settings;
    private int sent;

    /** @param settings what each copy is told beside the usual */
    public TwoCopies(Path home, IntFunction<Map<String, String>> settings) {
        this.home = home;
        this.settings = settings;
        database = new KillableDatabase(home.resolve("pg"));
        proxy = new CuttableProxy(database.port());
        run();
        String key = as(0, TestSettings.ADMIN_KEY)
                .body(Map.of("name", "Faults", "roles", List.of("INTAKE", "COORDINATOR")))
                .post("/v1/api-keys")
                .path("key");
        for (int pair = 0; pair < PAIRS; pair++) {
            relays.add(openPair(key, pair));
        }
    }

    /** Starts whichever copy does not run. */
    public void run() {
        for (int copy = 0; copy < 2; copy++) {
            if (!copies.containsKey(copy) || !copies.get(copy).isAlive()) {
                copies.put(copy, launch(copy).awaitReady());
            }
        }
    }

    public PackagedService copy(int number) {
        return copies.get(number);
    }

    public FakeTwilio twilio() {
        return twilio;
    }

    public KillableDatabase database() {
        return database;
    }

    public CuttableProxy proxy() {
        return proxy;
    }

    @Override
    public void close() throws IOException {
        copies.values().forEach(PackagedService::close);
        twilio.close();
        proxy.close();
        database.close();
    }

    /** Texts from all pairs to both copies in turn; a third of the way through the fault is made. */
    public Burst burst(String name, int texts, Runnable fault) throws Exception {
        long before = lastOwed();
        List<Callable<Integer>> posts = new ArrayList<>();
        for (int n = 0; n < texts; n++) {
            int copy = n % 2;
            var form = form(name, n);
            posts.add(() -> {
                twilio.hasReceived(form.get("MessageSid"), form.get("From"), form.get("To"), form.get("Body"));
                return post(copy, form);
            });
        }
        posts.add(texts / 3, () -> {
            fault.run();
            return 0;
        });
        long accepted = all(posts).stream().filter(status -> status == 200).count();
        return new Burst(this, name, texts, accepted, before);
    }

    /** The first line of each text of a burst that the provider was given, and how often. */
    public Map<String, Long> arrived(String name) {
        return arrived(name, post -> true);
    }

    /** The same of some of what the provider was given. */
    public Map<String, Long> arrived(String name, Predicate<PostedMessage> counted) {
        return twilio.posts().stream()
                .filter(counted)
                .map(PostedMessage::body)
                .filter(body -> body.contains(name + " "))
                .map(body -> body.substring(body.indexOf(name + " "))
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .collect(Collectors.groupingBy(body -> body, Collectors.counting()));
    }

    public static List<Integer> all(List<Callable<Integer>> posts) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var statuses = new ArrayList<Integer>();
            for (var post : threads.invokeAll(posts)) {
                statuses.add(post.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    public synchronized Map<String, String> form(String name, int n) {
        sent++;
        int pair = n % PAIRS;
        return SignedWebhook.textForm(TwilioIds.message(), requester(pair), relays.get(pair), name + " " + n);
    }

    /** The status of the answer; 0 when there was none. */
    public int post(int copy, Map<String, String> form) {
        try {
            return provider.send(
                            HttpRequest.newBuilder(URI.create(copies.get(copy).url() + "/webhooks/twilio/messages"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header(
                                            "X-Twilio-Signature",
                                            TwilioSignature.of(FakeTwilio.AUTH_TOKEN, WEBHOOK, form))
                                    .timeout(Duration.ofSeconds(20))
                                    .POST(HttpRequest.BodyPublishers.ofString(SignedWebhook.encode(form)))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (Exception gone) {
            return 0;
        }
    }

    /** Nothing is left to take in, to process or to send. */
    public void settled() throws SQLException {
        long quiet = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        long limit = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (System.nanoTime() < quiet) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            if (number("select count(*) from message where status in ('QUEUED', 'SENDING')") > 0
                    || number("select count(*) from inbound_text where pending is not null") > 0
                    || number("select count(*) from inbound_text") < sent) {
                quiet = System.nanoTime() + Duration.ofSeconds(1).toNanos();
                assertTrue(System.nanoTime() < limit, "texts are still under way");
            }
        }
    }

    /** The number of the text that was owed last. */
    public long lastOwed() throws SQLException {
        return number("select coalesce(max(seq), 0)::int from message");
    }

    public int unknown() throws SQLException {
        return number("select count(*) from message where status = 'UNKNOWN'");
    }

    public int number(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Without prepared statements each COMMIT is on the wire in words, for the proxy to see. */
    private PackagedService launch(int copy) {
        var environment = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                proxy.jdbcUrl() + "?connectTimeout=5&socketTimeout=10&prepareThreshold=0",
                "QUARKUS_DATASOURCE_USERNAME",
                "postgres",
                "QUARKUS_DATASOURCE_PASSWORD",
                "postgres",
                "PEERLINE_ENCRYPTION_KEYSET",
                keyset,
                "PEERLINE_ADMIN_KEY",
                TestSettings.ADMIN_KEY,
                "PEERLINE_SMS_GATEWAY",
                "twilio",
                "PEERLINE_TWILIO_ACCOUNT_SID",
                FakeTwilio.ACCOUNT_SID,
                "PEERLINE_TWILIO_AUTH_TOKEN",
                FakeTwilio.AUTH_TOKEN,
                "PEERLINE_TWILIO_API_URL",
                twilio.url(),
                "PEERLINE_PUBLIC_URL",
                FakeTwilioResource.PUBLIC_URL));
        environment.putAll(Map.of(
                "PEERLINE_SERVICE_NUMBER", FakeTwilioResource.SERVICE_NUMBER,
                "PEERLINE_RELAY_NUMBERS", FakeTwilioResource.relayNumber(1) + "," + FakeTwilioResource.relayNumber(2),
                "PEERLINE_CLOCK_SEND_LEASE", "PT12S",
                "PEERLINE_CLOCK_RECONCILE_EVERY", "PT3S",
                "PEERLINE_SMS_SEGMENTS_PER_SECOND", "0",
                "PEERLINE_LIMIT_TEXTS_PER_SENDER", "0",
                "PEERLINE_HELPLINE", "0808 157 0001",
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", copy == 1 ? "true" : "false"));
        environment.putAll(settings.apply(copy));
        return PackagedService.launch(home.resolve("data" + copy), environment);
    }

    private String openPair(String key, int pair) {
        as(0, key)
                .body(Map.of(
                        "displayName",
                        "Dr Peer P",
                        "fullName",
                        "Peer Number" + pair,
                        "mobileNumber",
                        peer(pair),
                        "gmcNumber",
                        "71%05d".formatted(pair),
                        "jobRole",
                        "GP",
                        "capacity",
                        1))
                .post("/v1/peers")
                .then()
                .statusCode(201);
        return as(0, key)
                .body(Samples.request("Sam Okafor", requester(pair)))
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("assignment.relayNumber");
    }

    private RequestSpecification as(int copy, String key) {
        return copies.get(copy).as(key);
    }

    /** Waits for something that comes about by itself; whatever is thrown meanwhile means: not yet. */
    public static void await(String what, BooleanSupplier met) {
        long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds(met)) {
            assertTrue(System.nanoTime() < limit, "waited in vain: " + what);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean holds(BooleanSupplier met) {
        try {
            return met.getAsBoolean();
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    public static String requester(int pair) {
        return "+4474002%05d".formatted(pair);
    }

    public static String peer(int pair) {
        return "+4474003%05d".formatted(pair);
    }
}
