package org.peerline.api.address;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.StartupRefused;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** The tests' public URL has a path, as behind a proxy that serves several services. */
@PeerlineTest
class PublicPrefixTest extends RestWorld {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:href|action|src|hx-get|hx-post|data-base)=\"(/[^\"]*)\"");

    @Test
    void every_address_on_a_page_begins_with_the_path_of_the_public_url() {
        programme.peer(Samples.amara());
        String reference = opens(Samples.sam()).getString("reference");
        sam().texts("+447400100001", "HELP");
        ConsoleSession session = ConsoleSession.as(Role.COORDINATOR, Role.ADMIN);
        var wrong = new TreeSet<String>();
        int seen = 0;
        for (String page : new String[] {
            "/console",
            "/console/sign-in",
            "/console/requests",
            "/console/requests/" + reference,
            "/console/intake",
            "/console/tasks",
            "/console/calls",
            "/console/texts",
            "/console/roster",
            "/console/roster/import",
            "/console/numbers",
            "/console/pictures",
            "/console/keys",
            "/console/nowhere"
        }) {
            Matcher found = ADDRESS.matcher(session.page().get(page).asString());
            while (found.find()) {
                seen++;
                if (!found.group(1).startsWith("/base/")) {
                    wrong.add(page + ": " + found.group());
                }
            }
        }
        assertEquals(new TreeSet<>(), wrong);
        assertFalse(seen < 100);
    }

    @Test
    void proxy_may_leave_the_path_on() {
        given().get("/base/console/sign-in").then().statusCode(200).body(containsString("/base/console/sign-in/key"));
        given().get("/base/v1/peers").then().statusCode(401);
        given().get("/base/pages/console.css").then().statusCode(200);
        given().get("/basement/console/sign-in").then().statusCode(404);
    }

    @Test
    void address_of_what_a_program_has_made_begins_with_it_too() {
        ApiKeys.as(Role.COORDINATOR)
                .body(Samples.newPeer())
                .post("/v1/peers")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("http://[^/]+/base/v1/peers/[0-9a-f-]{36}"));
    }

    @Test
    void public_url_that_no_link_can_be_made_of_stops_the_start() {
        for (String wrong :
                new String[] {"peerline.example", "ftp://x.example", "https://x.example/a b", "https:///a"}) {
            assertThrows(StartupRefused.class, () -> new PublicUrl(Optional.of(wrong)), wrong);
        }
        assertEquals("/a/b", new PublicUrl(Optional.of("https://x.example/a/b/")).prefix());
        assertEquals("", new PublicUrl(Optional.of("https://x.example:8443/")).prefix());
        assertEquals("", new PublicUrl(Optional.empty()).prefix());
    }
}
