package org.peerline.console.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.console.signin.Away.CALLBACK;
import static org.peerline.console.signin.Away.START;
import static org.peerline.console.signin.Away.accepted;
import static org.peerline.console.signin.Away.comeBack;
import static org.peerline.console.signin.Away.leave;
import static org.peerline.console.signin.Away.refused;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;

/** Staff sign in to the pages with their organisation's account, at an issuer that checks what it is asked. */
@PeerlineTest
class OrganisationSignInTest extends RestWorld {
    @Inject
    Jdbi database;

    @Inject
    Limits limits;

    @BeforeEach
    void casey_coordinates() {
        issuer.somebodyWith(programme.now(), "coordinators");
    }

    @Test
    void button_leads_to_the_organisation_and_back_to_the_page_that_was_wanted() {
        given().get("/console/sign-in?to=/console/roster")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/base" + START + "?to=/console/roster\""));
        Away away = leave("/console/roster");
        Response back = comeBack(away, accepted(away));
        back.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("content=\"0;url=/base/console/roster\""));
        page(session(back)).get("/console/roster").then().statusCode(200);
        page(session(back)).get("/console/keys").then().statusCode(403);
    }

    @Test
    void account_that_is_erased_is_signed_out_by_that() {
        Away away = leave("/console");
        String session = session(comeBack(away, accepted(away)));
        page(session).get("/console/roster").then().statusCode(200);
        String account = database.withHandle(handle -> handle.select("select id::text from staff_account")
                .mapTo(String.class)
                .one());
        ApiKeys.asAdmin()
                .delete("/v1/staff/" + account + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(204);
        page(session).get("/console/roster").then().statusCode(303);
    }

    @Test
    void made_up_returns_do_not_ask_the_issuer_without_end() {
        Away away = leave("/console");
        String answer = accepted(away);
        IntStream.range(0, 61)
                .anyMatch(use -> limits.use(Limit.ORGANISATION_SIGN_INS, "all").isPresent());
        assertNoSession(comeBack(away, answer), 429, "too often");
        programme.timeIs(programme.now().plus(Duration.ofMinutes(1)));
        Away later = leave("/console");
        comeBack(later, accepted(later)).then().statusCode(200);
    }

    @Test
    void cookies_are_the_same_as_of_every_other_sign_in() {
        Away away = leave("/console");
        away.answer()
                .then()
                .header(
                        "Set-Cookie",
                        allOf(
                                startsWith("peerline_away="),
                                containsStringIgnoringCase("HttpOnly"),
                                containsString("Secure"),
                                containsString("SameSite=Lax"),
                                containsString("Max-Age=600"),
                                containsString("Path=/base/console/sign-in")));
        Response back = comeBack(away, accepted(away));
        String session = back.headers().getValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("peerline_session=ps_"))
                .findFirst()
                .orElseThrow();
        assertTrue(session.toLowerCase().contains("httponly")
                && session.contains("Secure")
                && session.contains("SameSite=Strict")
                && session.contains("Path=/base/console"));
        assertTrue(back.headers().getValues("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.startsWith("peerline_away=;") && cookie.contains("Max-Age=0")));
    }

    @Test
    void each_departure_has_secrets_of_its_own_and_sends_none_of_them_in_clear() {
        Map<String, String> first = leave("/console").asked();
        Away second = leave("/console");
        for (String part : new String[] {"state", "nonce", "code_challenge"}) {
            assertEquals(43, first.get(part).length());
            assertNotEquals(first.get(part), second.asked().get(part));
        }
        assertEquals(CALLBACK, first.get("redirect_uri"));
        assertTrue(!second.asked().containsValue(second.cookie().split("\\.")[0]));
    }

    @Test
    void answer_opens_a_page_once_and_only_in_the_browser_that_asked() {
        Away casey = leave("/console");
        Away another = leave("/console");
        String answer = accepted(casey);
        assertNoSession(comeBack(another, answer), 401, "begin again");
        assertNoSession(given().redirects().follow(false).get(START + "/back?" + answer), 401, "begin again");
        assertNoSession(comeBack(casey, answer.replaceFirst("state=.", "state=")), 401, "begin again");
        comeBack(casey, answer).then().statusCode(200);
        assertNoSession(comeBack(casey, answer), 401, "begin again");
    }

    @Test
    void identity_that_is_not_right_in_every_way_is_not_believed() {
        issuer.says(claims -> claims.claim("nonce", "of another sign-in"));
        refusesWhatTheIssuerSays();
        issuer.says(claims -> claims.audience("another-service"));
        refusesWhatTheIssuerSays();
        issuer.says(claims -> claims.issuer("https://elsewhere.example"));
        refusesWhatTheIssuerSays();
        issuer.says(claims ->
                claims.expirationTime(java.util.Date.from(programme.now().minusSeconds(61))));
        refusesWhatTheIssuerSays();
        issuer.says(claims -> claims.claim("azp", "another-client"));
        refusesWhatTheIssuerSays();
    }

    private void refusesWhatTheIssuerSays() {
        Away away = leave("/console");
        assertNoSession(comeBack(away, accepted(away)), 401, "begin again");
        issuer.somebodyWith(programme.now(), "coordinators");
    }

    @Test
    void whoever_has_no_role_here_or_changes_their_mind_is_told_so_kindly() {
        issuer.somebodyWith(programme.now(), "somebody-elses-group");
        Away away = leave("/console");
        assertNoSession(comeBack(away, accepted(away)), 403, "has no role here");
        Away second = leave("/console");
        assertNoSession(comeBack(second, refused(second)), 401, "Nobody has been signed in");
    }

    @Test
    void groups_may_be_told_in_the_token_for_the_api_only() {
        issuer.tellsGroupsInAccessTokensOnly();
        Away away = leave("/console");
        page(session(comeBack(away, accepted(away))))
                .get("/console/roster")
                .then()
                .statusCode(200);
    }

    @Test
    void session_ends_like_every_other_after_thirty_idle_minutes_or_twelve_hours_or_by_leaving() {
        Away away = leave("/console");
        String session = session(comeBack(away, accepted(away)));
        programme.pass(Duration.ofMinutes(31));
        page(session).get("/console").then().statusCode(303);

        issuer.somebodyWith(programme.now(), "coordinators");
        Away again = leave("/console");
        String longest = session(comeBack(again, accepted(again)));
        for (int minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
            programme.pass(Duration.ofMinutes(20));
            page(longest).get("/console").then().statusCode(200);
        }
        programme.pass(Duration.ofMinutes(20));
        page(longest).get("/console").then().statusCode(303);

        issuer.somebodyWith(programme.now(), "coordinators");
        Away third = leave("/console");
        String left = session(comeBack(third, accepted(third)));
        ConsoleSession.fromHere()
                .cookie("peerline_session", left)
                .post("/console/sign-out")
                .then()
                .statusCode(303)
                .header("Location", "/base/console/sign-in?done=signed-out-here");
        page(left).get("/console").then().statusCode(303);
        given().get("/console/sign-in?done=signed-out-here")
                .then()
                .body(containsString("href=\"/base" + START + "/leave\""));
        given().redirects()
                .follow(false)
                .get(START + "/leave")
                .then()
                .statusCode(303)
                .header("Location", allOf(startsWith(issuer.address() + "/leave?"), containsString("peerline-pages")));
    }

    @Test
    void audit_knows_the_account_by_the_same_id_as_with_a_token() {
        Away away = leave("/console");
        comeBack(away, accepted(away)).then().statusCode(200);
        ApiKeys.bearer(issuer.token(programme.now(), "coordinators"))
                .get("/v1/peers")
                .then()
                .statusCode(200);
        assertEquals(
                "1",
                database.withHandle(handle -> handle.select("select count(*) from staff_account")
                        .mapTo(String.class)
                        .one()));
        assertEquals(
                "STAFF",
                database.withHandle(handle -> handle.select(
                                "select actor_kind from audit_event where action = 'SIGNED_IN_TO_PAGES'")
                        .mapTo(String.class)
                        .one()));
    }

    @Test
    void form_of_such_a_session_must_come_from_a_page_of_ours_too() {
        Away away = leave("/console");
        String session = session(comeBack(away, accepted(away)));
        page(session).post("/console/sign-out").then().statusCode(403).body(containsString("not for your role"));
        page(session).get("/console").then().statusCode(200);
    }

    private static void assertNoSession(Response answer, int status, String words) {
        answer.then().statusCode(status).body(containsString(words));
        assertNull(answer.cookie("peerline_session"));
    }

    private static String session(Response back) {
        return back.then().statusCode(200).extract().cookie("peerline_session");
    }

    private static RequestSpecification page(String session) {
        return given().redirects().follow(false).cookie("peerline_session", session);
    }
}
