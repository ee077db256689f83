package org.peerline.console.roster;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** A peer's entry, changed and added by hand, as a browser sends its form. */
@PeerlineTest
class RosterEntryTest extends RestWorld {
    private static final Pattern INPUT =
            Pattern.compile("<input [^>]*?name=\"([^\"]+)\"[^>]*?value=\"([^\"]*)\"[^>]*>");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([A-Z_]+)\" selected>");
    private static final Pattern AREA = Pattern.compile("<textarea [^>]*?name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>");

    private ConsoleSession coordinator;
    private UUID amara;
    private String page;

    @BeforeEach
    void amara_is_on_the_roster() {
        amara = programme.peer(Samples.amara());
        coordinator = ConsoleSession.as(Role.COORDINATOR);
        page = "/console/roster/" + amara;
    }

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

    private static org.hamcrest.Matcher<String> endsWithDone(String what) {
        return containsString("?done=" + what);
    }

    private ValidatableResponse entry() {
        return ApiKeys.as(Role.COORDINATOR).get("/v1/peers/" + amara).then().statusCode(200);
    }

    private Response saves(Map<String, String> form) {
        return coordinator.form().formParams(form).post(page + "/change");
    }

    /** What a browser would send of the form. */
    private Map<String, String> form() {
        Map<String, String> fields = fields(coordinator
                .page()
                .get(page + "/change")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        fields.put("hours", "any");
        return fields;
    }

    private static Map<String, String> fields(String html) {
        var fields = new HashMap<String, String>();
        String main = html.split("<main")[1].split("</main")[0];
        for (Pattern kind : new Pattern[] {INPUT, AREA}) {
            Matcher found = kind.matcher(main);
            while (found.find()) {
                fields.put(found.group(1), found.group(2).replace("&amp;", "&").replace("&#39;", "'"));
            }
        }
        Matcher chosen = CHOSEN.matcher(main);
        fields.put("gender", chosen.find() ? chosen.group(1) : "");
        return fields;
    }
}
