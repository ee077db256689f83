package org.peerline.conversation.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

/** A peer who texted HELPME was told that somebody would ring; when nobody will, they are told at once. */
@PeerlineTest
class PageFailedTest extends RestWorld {
    private static final String LEAD = "+447400900999";

    private static List<String> tasks() {
        return ApiKeys.as(Role.COORDINATOR).get("/v1/tasks").jsonPath().getList("items.kind");
    }

    @Test
    void page_that_does_not_arrive_is_told_to_the_peer_who_asked_and_to_a_coordinator() {
        programme.peer(Samples.amara());
        amara().texts(FakeTwilioResource.SERVICE_NUMBER, "HELPME");
        var page = phone(LEAD).receives("asks for the safeguarding lead");
        assertEquals(1, amara().received().size());

        new SignedWebhook().status(page, "undelivered", Optional.of(30005));
        programme.settle();

        assertEquals(2, amara().received().size());
        String told = amara().received().get(1).body();
        assertTrue(told.contains("did not arrive") && told.contains("0808 157 0001") && told.contains("999"), told);
        assertTrue(tasks().contains("SAFEGUARDING_NOT_REACHED"));
    }

    @Test
    void crisis_answer_that_does_not_arrive_is_no_page() {
        var stranger = phone("+447400900041");
        stranger.texts(FakeTwilioResource.relayNumber(1), "I want to kill myself");
        var answer = stranger.receives("999");

        new SignedWebhook().status(answer, "undelivered", Optional.of(30005));
        programme.settle();

        stranger.receivesNothingMore();
        assertTrue(!tasks().contains("SAFEGUARDING_NOT_REACHED"));
    }
}
