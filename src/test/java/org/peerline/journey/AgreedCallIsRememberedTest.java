package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.peerline.testkit.ApiKeys.as;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

@PeerlineTest
class AgreedCallIsRememberedTest extends Journey {
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
    void both_are_reminded_the_evening_before_and_an_hour_before_and_the_peer_is_asked_once_afterwards() {
        agree("CALL Thu 7pm");

        passTo("2026-11-25T17:59:59Z");
        sam().receivesNothingMore();
        passTo("2026-11-25T18:00:01Z");
        sam().receives("Reminder: call with Dr Amara N on " + THURSDAY, "either of you rings this number");
        amara().receives("Reminder: call with Sam on " + THURSDAY);

        passTo("2026-11-26T18:00:01Z");
        sam().receives("Soon: call with Dr Amara N on " + THURSDAY);
        amara().receives("Soon: call with Sam on " + THURSDAY);

        passTo("2026-11-27T07:59:00Z");
        amara().receivesNothingMore();
        passTo("2026-11-27T08:00:01Z");
        amara().receives("Did your call with Sam on " + THURSDAY + " take place?");
        amara().replies("HELD 45");
        amara().receives("Would another call help?");
        amara().replies("ENOUGH");
        amara().receives("Noted, thank you.");
        programme.pass(Duration.ofDays(2));
    }

    @Test
    void a_call_that_is_dropped_or_moved_takes_its_reminders_with_it() {
        agree("CALL Thu 7pm");
        sam().replies("MOVE Fri 7pm");
        sam().receives("We have asked");
        amara().receives("asks to move");
        amara().replies("OK");
        sam().receives("moves from");
        amara().receives("moves from");

        passTo("2026-11-26T17:59:00Z");
        sam().receivesNothingMore();
        amara().receivesNothingMore();
        passTo("2026-11-26T18:00:01Z");
        sam().receives("Reminder: call with Dr Amara N on Fri 27 Nov, 7:00pm UK time");
        amara().receives("Reminder");
        sam().replies("DROP");
        sam().receives("is off");
        amara().receives("has called off");
        programme.pass(Duration.ofDays(3));
    }

    @Test
    void a_call_agreed_too_near_for_a_reminder_says_at_once_how_to_ring() {
        sam().replies("CALL today 11:30am");
        sam().receives("We have asked");
        amara().receives("suggests a call on Mon 23 Nov, 11:30am UK time");
        amara().replies("OK");
        sam().receives("Agreed by you both");
        amara().receives("Agreed by you both");
        sam().receives("At that time either of you rings this number");
        amara().receives("At that time either of you rings this number");
        passTo("2026-11-23T13:30:01Z");
        amara().receives("Did your call with Sam");
        amara().replies("MISSED");
        amara().receives("These things happen");
        sam().receives("did not come about", "CALL and a time suggests a new one");
    }

    @Test
    void a_reminder_that_nothing_ran_for_is_left_out() {
        agree("CALL Thu 7pm");
        programme.timeIs(Instant.parse("2026-11-26T18:50:00Z"));
        programme.settle();
        sam().receivesNothingMore();
        amara().receivesNothingMore();
    }

    @Test
    void a_call_across_the_change_to_summer_time_is_at_its_own_hour_and_so_is_its_reminder() {
        programme.timeIs(Instant.parse("2027-03-25T10:00:00Z"));
        agree("CALL Sun 7pm");
        passTo("2027-03-27T18:00:01Z");
        sam().receives("Reminder: call with Dr Amara N on Sun 28 Mar, 7:00pm UK time");
        amara().receives("Reminder");
        passTo("2027-03-28T17:00:01Z");
        sam().receives("Soon: call with Dr Amara N on Sun 28 Mar, 7:00pm UK time");
        amara().receives("Soon");
        passTo("2027-03-29T07:00:01Z");
        amara().receives("Did your call with Sam on Sun 28 Mar, 7:00pm UK time take place?");
        assertEquals(Instant.parse("2027-03-28T18:00:00Z"), start());
    }

    @Test
    void a_call_across_the_change_to_winter_time_is_at_its_own_hour_and_so_is_its_reminder() {
        programme.timeIs(Instant.parse("2027-10-28T09:00:00Z"));
        agree("CALL Sun 7pm");
        passTo("2027-10-30T17:00:01Z");
        sam().receives("Reminder: call with Dr Amara N on Sun 31 Oct, 7:00pm UK time");
        amara().receives("Reminder");
        passTo("2027-10-31T18:00:01Z");
        sam().receives("Soon: call with Dr Amara N on Sun 31 Oct, 7:00pm UK time");
        amara().receives("Soon");
        passTo("2027-11-01T08:00:01Z");
        amara().receives("Did your call with Sam on Sun 31 Oct, 7:00pm UK time take place?");
        assertEquals(Instant.parse("2027-10-31T19:00:00Z"), start());
    }

    @Test
    void the_hour_that_comes_twice_and_the_hour_that_is_left_out_are_asked_about() {
        programme.timeIs(Instant.parse("2027-10-28T09:00:00Z"));
        amara().texts(relay(), "CALL Sun 01:30");
        amara().receives("Which time do you mean?", "1:30am (summer time)", "1:30am (winter time)");
        programme.timeIs(Instant.parse("2028-03-23T10:00:00Z"));
        amara().replies("CALL 26 Mar 01:30");
        amara().receives("When the clocks go forward, an hour is left out.");
    }

    @Test
    void a_requester_who_has_chosen_welsh_may_write_the_days_in_welsh() {
        var request = new TreeMap<>(Samples.request("Non Prys", "+447400200077"));
        request.put("language", "cy");
        opens(request);
        var non = phone("+447400200077");
        non.receives("Amara");
        non.replies("Helo");
        amara().receives("Helo");
        non.replies("CALL dydd Iau 7yh");
        non.receives("Iau 26 Tach, 7:00yh amser y DU");
        amara().receives("Non suggests a call on " + THURSDAY);
    }

    private void agree(String proposal) {
        amara().texts(relay(), proposal);
        amara().receives("We have asked Sam");
        sam().receives("suggests a call");
        sam().replies("OK");
        sam().receives("Agreed");
        amara().receives("Agreed");
    }

    private String relay() {
        return amara().received().get(0).from();
    }

    private Instant start() {
        String written = as(Role.COORDINATOR).get("/v1/calls").then().extract().path("items[0].startsAt");
        return OffsetDateTime.parse(written).toInstant();
    }

    private void passTo(String moment) {
        programme.pass(Duration.between(programme.now(), Instant.parse(moment)));
    }
}
