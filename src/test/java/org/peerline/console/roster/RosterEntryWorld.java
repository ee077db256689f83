package org.peerline.console.roster;

import static org.hamcrest.Matchers.containsString;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** A peer's entry on the pages, and the form that a browser would send of it. */
abstract class RosterEntryWorld extends RestWorld {
    private static final Pattern INPUT =
            Pattern.compile("<input [^>]*?name=\"([^\"]+)\"[^>]*?value=\"([^\"]*)\"[^>]*>");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([A-Z_]+)\" selected>");
    private static final Pattern AREA = Pattern.compile("<textarea [^>]*?name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>");

    ConsoleSession coordinator;
    UUID amara;
    String page;

    @BeforeEach
    void amara_is_on_the_roster() {
        amara = programme.peer(Samples.amara());
        coordinator = ConsoleSession.as(Role.COORDINATOR);
        page = "/console/roster/" + amara;
    }

    static org.hamcrest.Matcher<String> endsWithDone(String what) {
        return containsString("?done=" + what);
    }

    final ValidatableResponse entry() {
        return ApiKeys.as(Role.COORDINATOR).get("/v1/peers/" + amara).then().statusCode(200);
    }

    final Response saves(Map<String, String> form) {
        return coordinator.form().formParams(form).post(page + "/change");
    }

    /** What a browser would send of the form. */
    final Map<String, String> form() {
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

    static Map<String, String> fields(String html) {
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
