package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.peerline.testkit.ApiKeys.as;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

@PeerlineTest
class CallIsAgreedByBothTest extends Journey {
    private static final String THURSDAY = "Thu 26 Nov, 7:00pm UK time";

    @BeforeEach
    void sam_and_amara_are_in_touch() {
        programme.peer(Samples.amara());
        opens(Samples.sam());
        sam().receives("Amara");
        sam().replies("Hello");
        amara().receives("Hello");
    }

    @Test
    void a_call_is_agreed_by_text_when_the_other_says_ok() {
        amara().replies("CALL Thu 7pm");
        amara().receives("We have asked Sam about a call on " + THURSDAY);
        sam().receives("Dr Amara N suggests a call on " + THURSDAY);

        sam().replies("OK");

        sam().receives("Agreed by you both: call with Dr Amara N on " + THURSDAY);
        amara().receives("Agreed by you both: call with Sam on " + THURSDAY);
    }

    @Test
    void chatting_about_a_time_agrees_nothing() {
        amara().replies("CALL Thu 7pm");
        amara().receives("We have asked Sam");
        sam().receives("suggests a call");

        sam().replies("Ok, I will look at my rota");

        amara().receivesExactly("Sam: Ok, I will look at my rota");
        sam().receives("Is it a yes or a no to the call on " + THURSDAY);
    }

    @Test
    void a_yes_by_phone_counts_as_much_as_one_by_text() {
        amara().replies("CALL Thu 7pm");
        amara().receives("We have asked Sam");
        sam().receives("suggests a call");
        String call = as(Role.INTAKE).get("/v1/calls").then().extract().path("items[0].id");

        as(Role.INTAKE)
                .body(Map.of("onBehalfOf", "REQUESTER"))
                .post("/v1/calls/" + call + "/accept")
                .then()
                .statusCode(200);
        programme.settle();

        sam().receives("Agreed by you both");
        amara().receives("Agreed by you both");
    }

    @Test
    void a_time_by_phone_from_a_requester_who_has_not_texted_can_be_answered_by_text() {
        var lena = opens(Samples.request("Lena Ash", "+447400200199"));
        var hers = phone("+447400200199");
        hers.receives("Dr Amara N");
        String assignment = lena.getString("assignment.id");
        as(Role.COORDINATOR)
                .body(Map.of("startsAt", "2026-11-26T19:00:00Z", "onBehalfOf", "REQUESTER"))
                .post("/v1/assignments/" + assignment + "/calls")
                .then()
                .statusCode(201);
        programme.settle();
        amara().receives("Lena suggests a call on " + THURSDAY);
        hers.receives("We have asked Dr Amara N");

        amara().replies("OK");

        hers.receives("Agreed by you both");
        amara().receives("Agreed by you both");
        assertEquals("TALKING", request(lena.getString("id")).getString("status"));
    }

    @Test
    void a_suggestion_that_nobody_answers_lapses_and_both_are_told_in_the_morning() {
        amara().replies("Hi Sam");
        sam().receives("Hi Sam");
        sam().replies("CALL tomorrow 10pm");
        sam().receives("We have asked Dr Amara N");
        amara().receives("Sam suggests a call on Tue 24 Nov, 10:00pm UK time");

        programme.pass(Duration.ofHours(37));
        sam().receivesNothingMore();
        programme.pass(Duration.ofHours(9));

        sam().receives("was not agreed in time");
        amara().receives("was not agreed in time");
    }

    @Test
    void an_agreed_call_is_moved_by_both_and_dropped_by_one() {
        amara().replies("CALL Thu 7pm");
        amara().receives("We have asked Sam");
        sam().receives("suggests a call");
        sam().replies("ok");
        sam().receives("Agreed");
        amara().receives("Agreed");

        sam().replies("MOVE Fri 12:30");
        sam().receives("We have asked Dr Amara N to move the call from " + THURSDAY);
        amara().receives("Sam asks to move the call from " + THURSDAY + " to Fri 27 Nov, 12:30pm UK time");
        amara().replies("OK");
        sam().receives("moves from " + THURSDAY);
        amara().receives("moves from " + THURSDAY);
        amara().replies("DROP");

        amara().receives("The call on Fri 27 Nov, 12:30pm UK time is off");
        sam().receives("Dr Amara N has called off the call on Fri 27 Nov, 12:30pm UK time");
    }
}
