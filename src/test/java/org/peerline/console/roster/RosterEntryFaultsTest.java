package org.peerline.console.roster;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/** What is wrong with a peer's entry is said at its field, and changes nothing. */
@PeerlineTest
class RosterEntryFaultsTest extends RosterEntryWorld {
    @Test
    void every_fault_stands_at_its_field_and_nothing_has_changed() {
        String before = entry().extract().asString();
        Map<String, String> form = form();
        form.put("displayName", "");
        form.put("mobileNumber", "0113 496 0000");
        form.put("gmcNumber", "12");
        form.put("capacity", "many");
        form.put("monthlyCap", "0");
        form.put("timeZone", "Mars/Olympus");
        form.put("hours", "these");
        form.put("hours.MONDAY", "9-5");
        form.put("hours.TUESDAY", "18:00-20:00, 19:00-21:00");
        form.put("away.1.from", "2026-12-21");
        form.put("away.1.to", "2026-12-20");
        Response answer = saves(form);
        answer.then().statusCode(400);
        for (String field : new String[] {
            "displayName",
            "mobileNumber",
            "gmcNumber",
            "capacity",
            "monthlyCap",
            "timeZone",
            "hours-MONDAY",
            "hours-TUESDAY",
            "away-1-to"
        }) {
            answer.then()
                    .body(containsString("id=\"" + field + "-fault\""))
                    .body(containsString("href=\"#" + field + "\""));
        }
        answer.then().body(containsString("value=\"0113 496 0000\""));
        assertEquals(before, entry().extract().asString());
    }

    @Test
    void membership_number_in_a_field_of_its_own_is_refused_with_a_sentence_at_it() {
        String before = entry().extract().asString();
        Map<String, String> form = form();
        form.put("membershipNumber", "9753186");
        form.put("BMA no.", "8642097");
        Response answer = saves(form);
        answer.then()
                .statusCode(400)
                .body(containsString("href=\"#membershipNumber\""))
                .body(containsString("id=\"membershipNumber\""))
                .body(containsString("id=\"membershipNumber-fault\""))
                .body(containsString("id=\"BMA-no--fault\""))
                .body(containsString("leave the membership number out"))
                .body(not(containsString("9753186")))
                .body(not(containsString("8642097")));
        assertEquals(before, entry().extract().asString());

        Map<String, String> again = fields(answer.asString());
        again.put("hours", "any");
        saves(again).then().statusCode(303);
    }

    @Test
    void membership_number_of_somebody_new_is_refused_at_its_field_too_in_the_language_of_the_page() {
        coordinator
                .form()
                .cookie("peerline_language", "cy")
                .formParam("rhif_aelodaeth", "9753186")
                .post("/console/roster/new")
                .then()
                .statusCode(400)
                .body(containsString("id=\"rhif_aelodaeth-fault\""))
                .body(containsString("gadewch y rhif aelodaeth allan"))
                .body(not(containsString("9753186")));
    }

    @Test
    void name_of_a_field_that_no_page_has_is_shown_as_plain_text() {
        Map<String, String> form = form();
        form.put("member<id>", "1");
        form.put("membership" + "-".repeat(100), "1");
        saves(form)
                .then()
                .statusCode(400)
                .body(containsString("leave the membership number out"))
                .body(not(containsString("<id>")))
                .body(containsString(">membership" + "-".repeat(50) + "…<"));
    }

    @Test
    void only_these_hours_without_any_is_asked_about_and_never_taken_for_any_time() {
        Map<String, String> form = form();
        form.put("hours", "these");
        form.keySet().removeIf(name -> name.startsWith("hours."));
        saves(form).then().statusCode(400).body(containsString("Say which hours, or choose any time."));
    }

    @Test
    void capacity_below_what_is_open_and_numbers_of_others_are_refused_at_their_field() {
        programme.peer(Samples.peer("Dr Robin A", "Robin Ashworth", "+447400300002", "7000002"));
        Map<String, String> taken = form();
        taken.put("gmcNumber", "7000002");
        saves(taken).then().statusCode(400).body(containsString("id=\"gmcNumber-fault\""));
    }

    @Test
    void faults_are_told_in_the_language_of_the_page() {
        Map<String, String> form = form();
        form.put("capacity", "99");
        coordinator
                .form()
                .cookie("peerline_language", "cy")
                .formParams(form)
                .post(page + "/change")
                .then()
                .statusCode(400)
                .body(containsString("Rhaid iddo fod o 1 i 50."))
                .body(not(containsString("Must be")));
        coordinator
                .form()
                .cookie("peerline_language", "cy")
                .formParam("contactNumber", "0113 496 0000")
                .post("/console/intake")
                .then()
                .statusCode(400)
                .body(allOf(
                        containsString("Mae angen hwn."),
                        not(containsString("Must be")),
                        not(containsString("required."))));
    }
}
