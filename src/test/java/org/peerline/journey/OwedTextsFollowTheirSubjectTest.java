package org.peerline.journey;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peerline.access.Role;
import org.peerline.assignments.EndReason;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

/** Between owing and sending, the two may have been parted: a text of theirs that is still here goes to nobody. */
@PeerlineTest
class OwedTextsFollowTheirSubjectTest extends Journey {
    private static final String BENS_NUMBER = "+447400300002";

    @Inject
    Jdbi jdbi;

    private final SignedWebhook webhook = new SignedWebhook();

    @BeforeEach
    void amara_is_free() {
        programme.peer(Samples.amara());
    }

    @Test
    void details_of_a_peer_who_has_handed_back_meanwhile_never_arrive() {
        twilio.answerTo(sam().number(), FakeAnswer.tooManyRequests(60));
        String relay = opens(Samples.sam()).getString("assignment.relayNumber");
        assertEquals("QUEUED", details().get(0));
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"));

        amara().texts(relay, "PASS");
        amara().receives("is handed back");
        twilio.answerTo(sam().number(), FakeAnswer.accepted());
        programme.pass(Duration.ofHours(1));

        List<String> arrived = accepted(sam());
        assertTrue(arrived.stream().noneMatch(text -> text.contains("supporter is Dr Amara N")), arrived.toString());
        assertTrue(arrived.stream().anyMatch(text -> text.contains("supporter is Dr Ben T")), arrived.toString());
        assertEquals(List.of("CANCELLED", "SENT"), details());
        twilio.reset();
    }

    @Test
    void failed_details_of_a_former_peer_are_not_sent_again_by_hand() {
        String relay = opens(Samples.sam()).getString("assignment.relayNumber");
        webhook.status(sam().receives("Dr Amara N"), "undelivered", Optional.of(30005));
        String message = jdbi.withHandle(handle -> handle.select("select id::text from message where kind = 'DETAILS'")
                .mapTo(String.class)
                .one());
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"));
        amara().texts(relay, "PASS");
        amara().receives("is handed back");

        ApiKeys.as(Role.COORDINATOR)
                .post("/v1/messages/" + message + "/retry")
                .then()
                .statusCode(409)
                .body("code", is("message_not_retryable"));

        twilio.reset();
    }

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void words_that_have_not_left_reach_nobody_but_where_the_request_was_closed(EndReason reason) {
        opens(Samples.sam());
        sam().receives("Dr Amara N");
        sam().replies("Hello");
        amara().receives("Hello");
        twilio.answerTo(amara().number(), FakeAnswer.tooManyRequests(60));
        sam().replies("not for everybody");
        twilio.answerTo(amara().number(), FakeAnswer.accepted());
        jdbi.useHandle(handle -> handle.execute(
                "update assignment set status = 'ENDED', ended_at = ?, end_reason = ?",
                programme.now(),
                reason.name()));

        programme.pass(Duration.ofMinutes(10));

        boolean arrived = accepted(amara()).stream().anyMatch(text -> text.contains("not for everybody"));
        assertEquals(reason == EndReason.CLOSED, arrived);
        twilio.reset();
    }

    private static List<String> accepted(Phone phone) {
        return phone.received().stream()
                .filter(PostedMessage::accepted)
                .map(PostedMessage::body)
                .toList();
    }

    private List<String> details() {
        return jdbi.withHandle(handle -> handle.select("select status from message where kind = 'DETAILS' order by seq")
                .mapTo(String.class)
                .list());
    }
}
