package org.peerline.console.roster;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** The roster on the pages: found, paused, brought in from a file. */
@PeerlineTest
class RosterOnPagesTest extends RestWorld {
    private static final String HEAD = "displayName,fullName,mobileNumber,gmcNumber,jobRole\n";

    private ConsoleSession coordinator;
    private UUID amara;

    @BeforeEach
    void amara_is_on_the_roster() {
        amara = programme.peer(Samples.amara());
        coordinator = ConsoleSession.as(Role.COORDINATOR);
    }

    @Test
    void peer_is_found_by_number_or_by_what_is_with_them_and_never_by_an_address() {
        String reference = opens(Samples.sam()).getString("reference");
        String page = "/console/roster/" + amara;
        finds("07400 300001", page);
        finds(reference, page);
        finds("07400 399998", "/console/roster?done=not-found");
        coordinator
                .page()
                .get(page)
                .then()
                .statusCode(200)
                .body(allOf(containsString("Amara Nwosu"), containsString(reference), containsString("168 of 168")));
    }

    @Test
    void what_is_with_a_peer_is_shown_without_loading_the_page_again() {
        String page = "/console/roster/" + amara;
        String mark = coordinator
                .page()
                .get(page)
                .asString()
                .split("Peerline-Live\":\"")[1]
                .split("\"")[0];
        lives(page, mark).statusCode(204);
        String reference = opens(Samples.sam()).getString("reference");
        lives(page, mark).statusCode(200).body(containsString(reference));
    }

    private ValidatableResponse lives(String page, String mark) {
        return coordinator
                .page()
                .header("HX-Request", "true")
                .header("Peerline-Live", mark)
                .get(page + "/requests")
                .then();
    }

    @Test
    void page_that_answers_a_form_can_be_read_in_another_language() {
        String page = "/console/roster/" + amara;
        for (String step : new String[] {page + "/pause", page + "/retire", "/console/roster/find"}) {
            String shown = coordinator
                    .form()
                    .formParam("until", "soon")
                    .formParam("find", "Dr")
                    .post(step)
                    .asString();
            if (!shown.isEmpty()) {
                String to = shown.split("name=\"to\" value=\"")[1].split("\"")[0];
                assertEquals(step, to);
            }
            coordinator
                    .page()
                    .get(step)
                    .then()
                    .statusCode(303)
                    .header("Location", "/base" + (step.endsWith("/find") ? "/console/roster" : page));
        }
    }

    @Test
    void pause_until_a_day_that_is_over_changes_nothing() {
        String page = "/console/roster/" + amara;
        for (String wrong : new String[] {"2026-11-01", "soon"}) {
            coordinator
                    .form()
                    .formParam("until", wrong)
                    .post(page + "/pause")
                    .then()
                    .statusCode(400)
                    .body(containsString("id=\"until-fault\""));
        }
        coordinator.page().get(page).then().body(not(containsString("End the pause")));

        coordinator
                .form()
                .formParam("until", "2026-12-03")
                .post(page + "/pause")
                .then()
                .statusCode(303);
        coordinator.page().get(page).then().body(containsString("Paused until Thu 3 Dec 2026, 00:00"));
        coordinator.form().post(page + "/resume").then().statusCode(303);
        coordinator.page().get(page).then().body(not(containsString("End the pause")));
    }

    @Test
    void import_says_first_what_it_would_do_and_then_does_all_of_it() {
        var before = rows();
        String file = HEAD + "Dr Robin A,Robin Ashworth,07400 300002,7000002,GP\n";
        brings(file, "preview", 200).body(allOf(containsString("1 new, 0 changed"), containsString("Dr Robin A")));
        assertEquals(before.get("peer"), rows().get("peer"));
        String preview = brings(file, "preview", 200).extract().asString();
        String kept = preview.split("<textarea name=\"kept\" hidden>")[1].split("</textarea>")[0];
        coordinator
                .form()
                .multiPart(
                        "kept",
                        kept.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&"))
                .multiPart("what", "import")
                .post("/console/roster/import")
                .then()
                .statusCode(303);
        assertEquals(before.get("peer") + 1, rows().get("peer"));
    }

    @Test
    void import_of_nothing_and_of_what_is_no_form_is_told_and_changes_nothing() {
        var before = rows().get("peer");
        brings("", "preview", 400).body(containsString("The file is empty."));
        coordinator
                .form()
                .contentType("multipart/form-data; boundary=x")
                .body("no such form".getBytes(StandardCharsets.UTF_8))
                .post("/console/roster/import")
                .then()
                .statusCode(400)
                .body(containsString("The file is empty."));
        assertEquals(before, rows().get("peer"));
    }

    @Test
    void import_with_one_bad_cell_names_it_and_changes_nothing() {
        var before = rows().get("peer");
        String file = HEAD + "Dr Robin A,Robin Ashworth,07400 300002,7000002,GP\nDr X,X Y,0113 496 0000,7000003,GP\n";
        brings(file, "import", 400).body(containsString("Row 3, Mobile number"));
        assertEquals(before, rows().get("peer"));
    }

    @Test
    void numbers_say_whether_there_are_enough() {
        opens(Samples.sam());
        coordinator
                .page()
                .get("/console/numbers")
                .then()
                .statusCode(200)
                .body(containsString("can be given 19 more conversations; the pool has 20 numbers."));
    }

    private ValidatableResponse brings(String file, String what, int status) {
        return coordinator
                .form()
                .multiPart("file", "roster.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("what", what)
                .post("/console/roster/import")
                .then()
                .statusCode(status);
    }

    private void finds(String typed, String page) {
        coordinator
                .form()
                .formParam("find", typed)
                .post("/console/roster/find")
                .then()
                .statusCode(303)
                .header("Location", "/base" + page);
    }
}
