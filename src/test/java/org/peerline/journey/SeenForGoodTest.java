package org.peerline.journey;

import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.archive.retention.SweepRetention;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioIds;
import org.peerline.testkit.TwilioSignature;

/** A signature never expires: whoever has kept a webhook can post it again after years. It has had its effect. */
@PeerlineTest
class SeenForGoodTest extends Journey {
    private static final String WEBHOOK = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";

    @Inject
    Jdbi jdbi;

    @Inject
    SweepRetention sweep;

    private final SignedWebhook webhook = new SignedWebhook();
    private final String relay = FakeTwilioResource.relayNumber(1);
    private Map<String, String> form;
    private String requester;

    @BeforeEach
    void sam_has_texted_amara() {
        programme.peer(Samples.amara());
        requester = opens(Samples.sam()).getString("requester.id");
        sam().receives("Dr Amara N");
        form = SignedWebhook.textForm(TwilioIds.message(), sam().number(), relay, "Hello");
        assertEquals(200, webhook.post(WEBHOOK, form).statusCode());
        amara().receives("Hello");
    }

    @Test
    void text_that_retention_has_removed_is_not_relayed_a_second_time() {
        close();
        programme.timeIs(programme.now().plus(Duration.ofDays(800)));
        sweep.run(false);
        assertEquals(0, count("select count(*) from message where body is not null"));

        replay();
    }

    @Test
    void text_of_somebody_who_was_erased_is_not_taken_for_a_strangers() {
        close();
        ApiKeys.as(Role.ADMIN)
                .delete("/v1/requesters/" + requester + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(lessThan(300));

        replay();
    }

    @Test
    void text_that_is_found_on_the_providers_list_years_later_is_known() {
        close();
        programme.timeIs(programme.now().plus(Duration.ofDays(800)));
        sweep.run(false);
        twilio.hasReceived(form.get("MessageSid"), sam().number(), relay, "Hello");

        programme.pass(Duration.ofMinutes(6));

        assertEquals(0, count("select count(*) from inbound_text where late"));
    }

    private void replay() {
        long known = count("select count(*) from inbound_text");
        long texts = count("select count(*) from message");
        long audited = count("select count(*) from audit_event");

        for (int times = 0; times < 3; times++) {
            assertEquals(200, webhook.post(WEBHOOK, form).statusCode());
        }
        var next = Map.copyOf(form);
        assertEquals(
                200,
                webhook.post(
                                WEBHOOK,
                                SignedWebhook.encode(next),
                                TwilioSignature.of(FakeTwilio.AUTH_TOKEN_NEXT, WEBHOOK, next))
                        .statusCode());
        programme.settle();

        assertEquals(known, count("select count(*) from inbound_text"));
        assertEquals(texts, count("select count(*) from message"));
        assertEquals(audited, count("select count(*) from audit_event"));
        assertTrue(known > 0);
    }

    private void close() {
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "COMPLETED"))
                .post("/v1/requests/" + request() + "/close")
                .then()
                .statusCode(200);
        sam().receives("has ended");
        amara().receives("has been closed");
    }

    private String request() {
        return jdbi.withHandle(handle -> handle.select("select id::text from support_request")
                .mapTo(String.class)
                .one());
    }

    private long count(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(Long.class).one());
    }
}
