package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.SignedWebhook;

/** Sam and Amara talk, and texts come in: what was kept because it could not take effect at once. */
abstract class InboundJourney extends Journey {
    @Inject
    Jdbi jdbi;

    final SignedWebhook webhook = new SignedWebhook();
    final String relay = FakeTwilioResource.relayNumber(1);

    @BeforeEach
    void sam_has_amaras_details() {
        samAndAmaraTalk();
    }

    void text(String body) {
        assertEquals(200, webhook.text(sam().number(), relay, body).statusCode());
    }

    long kept() {
        return number("select count(*) from inbound_text where pending is not null");
    }

    long number(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(Long.class).one());
    }

    void breakRelaying() {
        jdbi.useHandle(handle -> handle.execute("alter table relay_place rename to relay_place_away"));
    }

    void mendRelaying() {
        jdbi.useHandle(handle -> handle.execute("alter table relay_place_away rename to relay_place"));
    }
}
