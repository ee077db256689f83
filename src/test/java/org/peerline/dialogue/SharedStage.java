package org.peerline.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Programme;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

/** The application that all tests share: texts come in by signed webhook and go out to a provider on loopback. */
final class SharedStage implements Stage {
    private final FakeTwilio twilio;
    private final Programme programme;
    private final SignedWebhook webhook = new SignedWebhook();
    private final Set<String> delivered = new HashSet<>();

    SharedStage(FakeTwilio twilio, Programme programme) {
        this.twilio = twilio;
        this.programme = programme;
    }

    @Override
    public void begin() {
        twilio.reset();
        programme.reset();
    }

    @Override
    public String newNumber() {
        return Samples.mobile().e164();
    }

    @Override
    public String serviceNumber() {
        return FakeTwilioResource.SERVICE_NUMBER;
    }

    @Override
    public void peer(String number, String displayName, String fullName, String jobRole) {
        var peer = Roster.peer(number, displayName, fullName, jobRole);
        ApiKeys.as(Role.COORDINATOR).body(peer).post("/v1/peers").then().statusCode(201);
        settle();
    }

    @Override
    public void open(String number, String name, String jobRole, boolean neutral, String language) {
        Map<String, Object> request = Roster.request(number, name, jobRole, neutral, language);
        ApiKeys.as(Role.INTAKE).body(request).post("/v1/requests").then().statusCode(201);
        settle();
    }

    @Override
    public void text(String from, String to, String body) {
        assertEquals(200, webhook.text(from, to, body).statusCode());
        settle();
    }

    @Override
    public List<Received> on(String number) {
        return twilio.posts().stream()
                .filter(text -> text.to().equals(number))
                .map(text -> new Received(text.from(), text.body()))
                .toList();
    }

    @Override
    public void pass(Duration length) {
        programme.pass(length);
        settle();
    }

    @Override
    public void textAhead(String from, String to, String body) {
        assertEquals(200, webhook.text(from, to, body).statusCode());
    }

    @Override
    public Instant now() {
        return programme.now();
    }

    @Override
    public List<String> tasksSince(Instant moment) {
        return Roster.tasks(page("/v1/tasks?limit=200"), moment);
    }

    @Override
    public void closeAll() {
        for (String status : Roster.OPEN) {
            List<String> ids = page("/v1/requests?limit=200&status=" + status).getList("items.id");
            ids.forEach(id -> ApiKeys.as(Role.COORDINATOR)
                    .body(Map.of("outcome", "COMPLETED"))
                    .post("/v1/requests/" + id + "/close")
                    .then()
                    .statusCode(200));
        }
        settle();
    }

    private static JsonPath page(String path) {
        return ApiKeys.as(Role.COORDINATOR)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A simulated phone is always within reach; so is everybody here. */
    private void settle() {
        programme.settle();
        for (PostedMessage message : twilio.posts()) {
            if (delivered.add(message.sid())) {
                webhook.status(message, "delivered", Optional.empty());
            }
        }
        programme.settle();
    }
}
