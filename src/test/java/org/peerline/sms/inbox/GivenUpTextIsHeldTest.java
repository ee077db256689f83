package org.peerline.sms.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.archive.retention.SweepRetention;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.InboundSms;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

@PeerlineTest
class GivenUpTextIsHeldTest extends RestWorld {
    @Inject
    KeptTexts texts;

    @Inject
    SweepRetention sweep;

    @Inject
    Jdbi database;

    @Test
    void text_that_was_given_up_stays_while_a_hold_stands_on_its_sender() {
        String hold = "/v1/peers/" + programme.peer(Samples.amara()) + "/legal-hold";
        ApiKeys.asAdmin().put(hold + "?reason=LEGAL_DUTY").then().statusCode(204);
        givenUp("SM00000000000000000000000000000001", Samples.AMARAS_NUMBER);
        givenUp("SM00000000000000000000000000000002", Samples.SAMS_NUMBER);
        programme.timeIs(programme.now().plus(Duration.ofDays(40)));

        sweep.run(false);
        assertEquals(1, kept());

        ApiKeys.asAdmin().delete(hold).then().statusCode(204);
        sweep.run(false);
        assertEquals(0, kept());
    }

    private void givenUp(String id, String from) {
        texts.keepFailed(new InboundSms(
                id,
                new PhoneNumber(from),
                new PhoneNumber(FakeTwilioResource.relayNumber(1)),
                "Nobody understood this",
                0,
                InboundSms.OptOut.NONE,
                programme.now(),
                false));
        database.useHandle(handle -> handle.execute(
                "update inbound_text set given_up_at = ? where pending is not null and given_up_at is null",
                programme.now()));
    }

    private long kept() {
        return database.withHandle(
                handle -> handle.select("select count(*) from inbound_text where pending is not null")
                        .mapTo(Long.class)
                        .one());
    }
}
