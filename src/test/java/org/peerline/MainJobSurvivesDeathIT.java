package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PackagedService;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioIds;
import org.peerline.testkit.TwilioSignature;
import org.peerline.testkit.TwoCopies;

/** The delivered service, a provider on loopback, and kill -9 in the middle of the main job. */
class MainJobSurvivesDeathIT extends DataDirectoryWorld {
    private static final String WEBHOOK = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";

    private final FakeTwilio twilio = new FakeTwilio();
    private final HttpClient provider = HttpClient.newHttpClient();

    @AfterEach
    void provider_goes_home() {
        twilio.close();
    }

    @Test
    void what_was_accepted_before_the_death_is_relayed_once_after_it() throws Exception {
        try (var first = start()) {
            JsonPath opened = open(first);
            String relay = opened.getString("assignment.relayNumber");
            twilio.awaitPosts(1);
            twilio.goAway();
            assertEquals(200, text(first, Samples.SAMS_NUMBER, relay, "Hello Amara"));
            first.kill9();
            twilio.comeBack();

            try (var again = start()) {
                settled(again);
                List<String> bodies =
                        twilio.posts().stream().map(PostedMessage::body).toList();
                long arrived = count(bodies, "Hello Amara");
                // The death may have come between the attempt and its record: then it is in doubt, and not tried again.
                assertTrue(arrived == 1 || (arrived == 0 && unknown(again) > 0), bodies.toString());
                assertEquals(200, text(again, Samples.AMARAS_NUMBER, relay, "Hi Sam"));
                assertEquals("TALKING", request(again, opened.getString("id")).getString("status"));
            }
        }
    }

    @Test
    void death_in_the_middle_of_a_burst_loses_and_doubles_nothing() throws Exception {
        try (var first = start()) {
            String relay = open(first).getString("assignment.relayNumber");
            assertEquals(200, text(first, Samples.SAMS_NUMBER, relay, "Hello Amara"));
            twilio.awaitPosts(2);
            var accepted = new ConcurrentSkipListSet<String>();
            var senders = Executors.newFixedThreadPool(4);
            List<Callable<Void>> burst = new ArrayList<>();
            for (int n = 0; n < 200; n++) {
                String body = "number %03d".formatted(n);
                burst.add(() -> {
                    if (text(first, Samples.SAMS_NUMBER, relay, body) == 200) {
                        accepted.add(body);
                    }
                    return null;
                });
            }
            burst.add(60, () -> {
                first.kill9();
                return null;
            });
            senders.invokeAll(burst);
            senders.shutdown();

            try (var again = start()) {
                settled(again);
                Map<String, Long> arrived = twilio.posts().stream()
                        .map(PostedMessage::body)
                        .filter(body -> body.contains("number "))
                        .map(body -> body.substring(body.indexOf("number ")))
                        .collect(Collectors.groupingBy(body -> body, Collectors.counting()));
                assertTrue(arrived.values().stream().allMatch(times -> times == 1), "doubled: " + arrived);
                long missing = accepted.stream()
                        .filter(body -> !arrived.containsKey(body))
                        .count();
                assertTrue(!accepted.isEmpty(), "some were accepted before the death");
                assertTrue(missing <= unknown(again), missing + " of " + accepted.size() + " accepted texts are gone");
            }
        }
    }

    @Test
    void text_that_came_while_the_service_was_down_is_taken_in_at_the_start_late_and_once() throws Exception {
        String relay;
        try (var first = start()) {
            relay = open(first).getString("assignment.relayNumber");
            twilio.awaitPosts(1);
            first.stop();
        }
        twilio.hasReceived(TwilioIds.message(), Samples.SAMS_NUMBER, relay, "Is anybody there?");

        for (int starts = 0; starts < 2; starts++) {
            try (var again = start()) {
                TwoCopies.await("it is relayed", () -> relayed() == 1);
                settled(again);
                assertEquals(1, number(again, "select count(*) from inbound_text where late"));
            }
        }
        assertEquals(1, relayed());
    }

    private long relayed() {
        return count(twilio.posts().stream().map(PostedMessage::body).toList(), "Is anybody there?");
    }

    private PackagedService start() {
        return PackagedService.launch(
                        data,
                        Map.of(
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
                                "PEERLINE_RELAY_NUMBERS",
                                FakeTwilioResource.relayNumber(1),
                                "PEERLINE_CLOCK_SEND_LEASE",
                                "PT5S",
                                "PEERLINE_HELPLINE",
                                "0808 157 0001"))
                .awaitReady();
    }

    private JsonPath open(PackagedService service) throws Exception {
        String key = service.newKey(Role.INTAKE, Role.COORDINATOR);
        Files.writeString(temporary.resolve("key"), key);
        service.as(key)
                .body(Map.of(
                        "displayName", "Dr Amara N",
                        "fullName", "Amara Nwosu",
                        "mobileNumber", Samples.AMARAS_NUMBER,
                        "gmcNumber", "7000001",
                        "jobRole", "GP"))
                .post("/v1/peers")
                .then()
                .statusCode(201);
        return service.as(key)
                .body(Samples.sam())
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private JsonPath request(PackagedService service, String id) throws Exception {
        return service.as(Files.readString(temporary.resolve("key")))
                .get("/v1/requests/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The status of the answer; 0 when there was none. */
    private int text(PackagedService service, String from, String to, String body) {
        var form = SignedWebhook.textForm(TwilioIds.message(), from, to, body);
        try {
            return provider.send(
                            HttpRequest.newBuilder(URI.create(service.url() + "/webhooks/twilio/messages"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header(
                                            "X-Twilio-Signature",
                                            TwilioSignature.of(FakeTwilio.AUTH_TOKEN, WEBHOOK, form))
                                    .POST(HttpRequest.BodyPublishers.ofString(SignedWebhook.encode(form)))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (Exception gone) {
            return 0;
        }
    }

    private static long count(List<String> bodies, String part) {
        return bodies.stream().filter(body -> body.contains(part)).count();
    }

    private static int unknown(PackagedService service) throws Exception {
        return number(service, "select count(*) from message where status = 'UNKNOWN'");
    }

    /** Nothing is left to send. What the dead process had claimed is in doubt once its lease is over. */
    private static void settled(PackagedService service) throws Exception {
        long limit = System.nanoTime() + 90_000_000_000L;
        while (number(service, "select count(*) from message where status in ('QUEUED', 'SENDING')") > 0) {
            assertTrue(System.nanoTime() < limit, "texts are still owed");
            Thread.onSpinWait();
        }
    }

    private static int number(PackagedService service, String sql) throws SQLException, IOException {
        try (var connection = service.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
