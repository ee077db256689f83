package org.peerline.console.roster;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/** A peer's entry, changed and added by hand, as a browser sends its form. */
@PeerlineTest
class RosterEntryTest extends RosterEntryWorld {
    @Test
    void form_that_is_sent_as_it_stands_changes_nothing() {
        String before = entry().extract().asString();
        saves(form()).then().statusCode(303).header("Location", endsWithDone("changed"));
        assertEquals(before, entry().extract().asString());
    }

    @Test
    void hours_capacity_cap_and_days_away_are_changed_together() {
        Map<String, String> form = form();
        form.put("hours", "these");
        form.put("hours.MONDAY", "8am-9:30am, 18:00-21:30");
        form.put("hours.FRIDAY", "22:00-02:00");
        form.put("capacity", "5");
        form.put("monthlyCap", "9");
        form.put("away.0.from", "2026-12-21");
        form.put("away.0.to", "2027-01-03");
        saves(form).then().statusCode(303);
        entry().body("capacity", equalTo(5))
                .body("monthlyCap", equalTo(9))
                .body("availability.day", hasItems("MONDAY", "MONDAY", "FRIDAY"))
                .body("availability.from", hasItems("08:00", "18:00", "22:00"))
                .body("away[0].to", equalTo("2027-01-03"));
        coordinator
                .page()
                .get(page + "/change")
                .then()
                .body(containsString("value=\"08:00-09:30, 18:00-21:30\""))
                .body(containsString("value=\"2026-12-21\""));

        Map<String, String> again = form();
        again.put("hours", "any");
        again.put("away.0.from", "");
        again.put("away.0.to", "");
        saves(again).then().statusCode(303);
        entry().body("availability.size()", equalTo(0)).body("away.size()", equalTo(0));
    }

    @Test
    void whoever_was_quicker_is_not_overwritten_unseen() {
        Map<String, String> mine = form();
        Map<String, String> theirs = form();
        theirs.put("capacity", "7");
        saves(theirs).then().statusCode(303);
        mine.put("capacity", "2");
        Response answer = saves(mine);
        answer.then().statusCode(409).body(containsString("Somebody else has changed this entry meanwhile"));
        entry().body("capacity", equalTo(7));
        Map<String, String> again = fields(answer.asString());
        again.put("hours", "any");
        saves(again).then().statusCode(303);
        entry().body("capacity", equalTo(2));
    }

    @Test
    void somebody_new_is_put_on_the_roster_by_hand() {
        String location = coordinator
                .form()
                .formParams(Map.of(
                        "displayName", "Dr Robin A",
                        "fullName", "Robin Ashworth",
                        "mobileNumber", "07400 300077",
                        "gmcNumber", "7000077",
                        "jobRole", "GP",
                        "timeZone", "Europe/London",
                        "capacity", "",
                        "monthlyCap", "4",
                        "hours", "any"))
                .post("/console/roster/new")
                .then()
                .statusCode(303)
                .header("Location", startsWith("/base/console/roster/"))
                .extract()
                .header("Location");
        coordinator.page().get(location).then().statusCode(200).body(containsString("Robin Ashworth"));
        coordinator
                .form()
                .formParam("displayName", "Dr Only")
                .post("/console/roster/new")
                .then()
                .statusCode(400)
                .body(containsString("id=\"fullName-fault\""))
                .body(containsString("Is required."));
    }

    @Test
    void retiring_wants_a_second_thought_and_can_be_taken_back() {
        coordinator.form().post(page + "/retire").then().statusCode(400).body(containsString("id=\"sure-fault\""));
        entry().body("status", equalTo("ACTIVE"));
        coordinator.form().formParam("sure", "on").post(page + "/retire").then().statusCode(303);
        entry().body("status", equalTo("RETIRED"));
        coordinator.form().post(page + "/come-back").then().statusCode(303);
        entry().body("status", equalTo("ACTIVE"));
    }

    @Test
    void peers_are_found_by_name_and_no_name_is_in_an_address() {
        programme.peer(Samples.peer("Dr Robin A", "Robin Ashworth", "+447400300002", "7000002"));
        coordinator
                .form()
                .formParam("find", "Nwosu")
                .post("/console/roster/find")
                .then()
                .statusCode(303)
                .header("Location", "/base" + page);
        coordinator
                .form()
                .formParam("find", "Nobody Atall")
                .post("/console/roster/find")
                .then()
                .header("Location", "/base/console/roster?done=not-found");
    }
}
