package org.peerline.journey;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.peerline.access.Role;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.sms.outbox.gateway.ProviderIds;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.SignedWebhook;

/** Sam and Amara talk, and then the provider does something: how every text stands, and what is shown of it. */
abstract class ProviderJourney extends Journey {
    @Inject
    Jdbi jdbi;

    @Inject
    ProviderIds providerIds;

    @Inject
    Outbox outbox;

    @Inject
    MeterRegistry meters;

    final SignedWebhook webhook = new SignedWebhook();
    final String relay = FakeTwilioResource.relayNumber(1);
    String request;
    final Map<String, UUID> owed = new HashMap<>();

    @BeforeEach
    void sam_and_amara_talk() {
        request = samAndAmaraTalk().getString("id");
    }

    UUID owe(String to, String body) {
        UUID id = QuarkusTransaction.requiringNew()
                .call(() -> outbox.say(OwedText.ours(
                        TextKind.NOTICE,
                        new PhoneNumber(FakeTwilioResource.SERVICE_NUMBER),
                        Recipient.stranger(new PhoneNumber(to)),
                        null,
                        body,
                        OwedText.Concerns.NOTHING)));
        owed.put(body, id);
        return id;
    }

    /** These tests look at every post themselves. */
    void forgetWhatPhonesSaw() {
        twilio.reset();
    }

    double gauge(String name) {
        programme.timeIs(programme.now().plusSeconds(6));
        return meters.get(name).gauge().value();
    }

    long status(String status) {
        return jdbi.withHandle(handle -> handle.select("select count(*) from message where status = ?", status)
                .mapTo(Long.class)
                .one());
    }

    String statusOf(String id) {
        return one("select status from message where id = '" + id + "'");
    }

    String errorOf(UUID id) {
        return one("select error_code from message where id = '" + id + "'");
    }

    String one(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).one());
    }

    static ValidatableResponse tasks(String kind) {
        return coordinator().get("/v1/tasks?kind=" + kind).then().statusCode(200);
    }

    static RequestSpecification coordinator() {
        return ApiKeys.as(Role.COORDINATOR);
    }
}
