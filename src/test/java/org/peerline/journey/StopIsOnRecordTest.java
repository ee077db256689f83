package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/** Who wanted no more texts, and who wanted them again, can be told afterwards, whoever it was and however we heard of it. */
@PeerlineTest
class StopIsOnRecordTest extends Journey {
    private static final String SERVICE = FakeTwilioResource.SERVICE_NUMBER;

    @Inject
    Jdbi jdbi;

    /** Actions, actors and what they are about, in the order in which they were written. */
    private List<String> wishes() {
        return jdbi.withHandle(
                handle -> handle.select("select action || ' ' || actor_kind || ' ' || subject_kind || ' '"
                                + " || detail from audit_event where action in ('OPTED_OUT', 'OPTED_IN') order by id")
                        .mapTo(String.class)
                        .list());
    }

    private static String seen(String path) {
        return ApiKeys.as(Role.COORDINATOR)
                .get(path + "/seen")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void wish_to_stop_and_to_start_again_in_a_conversation_is_told_to_whose_it_is_only() {
        var opened = samAndAmaraTalk();
        sam().replies("STOP");
        amara().receives("cannot be texted");
        sam().replies("START");
        amara().receives("can be texted again");

        assertEquals(
                List.of("OPTED_OUT REQUESTER ASSIGNMENT REQUESTER", "OPTED_IN REQUESTER ASSIGNMENT REQUESTER"),
                wishes());
        String sams = seen("/v1/requesters/" + opened.getString("requester.id"));
        assertTrue(sams.contains("You opted out of texts."), sams);
        assertTrue(sams.contains("You wanted texts again."), sams);
        String amaras = seen("/v1/peers/" + opened.getString("assignment.peer.id"));
        assertFalse(amaras.contains("opted out") || amaras.contains("texts again"), amaras);
    }

    @Test
    void peers_wish_is_on_record_without_a_conversation() {
        String peer = programme.peer(Samples.amara()).toString();
        amara().texts(SERVICE, "STOP");
        amara().texts(SERVICE, "START");

        assertEquals(List.of("OPTED_OUT PEER PEER PEER", "OPTED_IN PEER PEER PEER"), wishes());
        assertTrue(seen("/v1/peers/" + peer).contains("You wanted texts again."));
    }

    @Test
    void wish_of_somebody_who_waits_is_on_record() {
        opens(Samples.sam());
        sam().receives("You keep your place");
        sam().texts(SERVICE, "STOP");

        assertEquals(List.of("OPTED_OUT REQUESTER REQUEST REQUESTER"), wishes());
    }

    @Test
    void wish_of_somebody_whose_request_is_closed_is_on_record() {
        var opened = samAndAmaraTalk();
        ApiKeys.as(Role.COORDINATOR)
                .body("{\"outcome\": \"COMPLETED\"}")
                .post("/v1/requests/" + opened.getString("id") + "/close")
                .then()
                .statusCode(200);
        programme.settle();
        sam().receives("ended");
        amara().receives("closed");
        sam().texts(SERVICE, "STOP");

        assertEquals(List.of("OPTED_OUT REQUESTER REQUESTER REQUESTER"), wishes());
    }

    @Test
    void strangers_wish_names_nobody() {
        phone("+447400900009").texts(SERVICE, "STOP");

        assertEquals(List.of(), wishes());
    }

    @Test
    void wish_that_the_provider_knew_and_we_did_not_is_on_record_once() {
        samAndAmaraTalk();
        twilio.answerNext(FakeAnswer.error(400, 21610));
        amara().replies("Hi Sam");
        sam().receives("Hi Sam");
        amara().receives("cannot receive texts at present");

        assertEquals(List.of("OPTED_OUT REQUESTER MESSAGE PROVIDER"), wishes());
    }
}
