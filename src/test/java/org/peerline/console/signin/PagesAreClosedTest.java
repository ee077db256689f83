package org.peerline.console.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.PhoneNumber;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Codes;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Who may see a page, and for how long. */
@PeerlineTest
class PagesAreClosedTest extends RestWorld {
    @Inject
    Jdbi database;

    @Inject
    Codes codes;

    private ConsoleSession coordinator;

    @BeforeEach
    void somebody_is_signed_in() {
        coordinator = ConsoleSession.as(Role.COORDINATOR);
    }

    @Test
    void cookie_is_out_of_reach_for_scripts_other_sites_and_plain_connections() {
        ConsoleSession.signIn(ApiKeys.with(Role.COORDINATOR))
                .then()
                .statusCode(303)
                .header("Location", "/base/console")
                .header(
                        "Set-Cookie",
                        allOf(
                                containsStringIgnoringCase("HttpOnly"),
                                containsString("SameSite=Strict"),
                                containsString("Secure"),
                                containsString("Path=/base/console"),
                                not(containsString("pl_"))));
    }

    @Test
    void key_that_opens_nothing_opens_no_page() {
        for (String wrong : List.of("", "pl_", "pl_" + "x".repeat(43), coordinator.cookie())) {
            assertNull(ConsoleSession.signIn(wrong)
                    .then()
                    .statusCode(401)
                    .extract()
                    .cookie("peerline_session"));
        }
    }

    @Test
    void without_a_session_every_page_leads_to_the_sign_in_and_back() {
        given().redirects()
                .follow(false)
                .get("/console/requests")
                .then()
                .statusCode(303)
                .header("Location", "/base/console/sign-in?to=%2Fconsole%2Frequests");
        ConsoleSession.fromHere()
                .formParam("key", ApiKeys.with(Role.COORDINATOR))
                .formParam("to", "/console/requests")
                .post("/console/sign-in/key")
                .then()
                .header("Location", "/base/console/requests");
        ConsoleSession.fromHere()
                .formParam("key", ApiKeys.with(Role.COORDINATOR))
                .formParam("to", "https://elsewhere.example/console")
                .post("/console/sign-in/key")
                .then()
                .header("Location", "/base/console");
    }

    @Test
    void what_changes_something_must_come_from_a_page_of_ours() {
        String path = "/console/sign-out";
        coordinator.page().post(path).then().statusCode(403);
        coordinator.page().post("/base" + path).then().statusCode(403);
        coordinator.page().post("/base/base" + path).then().statusCode(403);
        coordinator
                .page()
                .header("Sec-Fetch-Site", "cross-site")
                .post(path)
                .then()
                .statusCode(403);
        coordinator
                .page()
                .header("Sec-Fetch-Site", "same-site")
                .post(path)
                .then()
                .statusCode(403);
        coordinator
                .page()
                .header("Origin", "https://elsewhere.example")
                .post(path)
                .then()
                .statusCode(403);
        coordinator.page().header("Origin", "null").post(path).then().statusCode(403);
        coordinator.page().get("/console").then().statusCode(200);

        String here = "http://localhost:" + RestAssured.port;
        coordinator.page().header("Origin", here).post(path).then().statusCode(303);
    }

    @Test
    void session_ends_after_thirty_minutes_in_which_nobody_did_anything() {
        programme.pass(Duration.ofMinutes(29));
        coordinator.page().get("/console").then().statusCode(200);
        programme.pass(Duration.ofMinutes(29));
        coordinator.page().get("/console").then().statusCode(200);
        programme.pass(Duration.ofMinutes(31));
        coordinator.page().get("/console").then().statusCode(303);
    }

    @Test
    void page_that_looks_by_itself_does_not_keep_a_session_alive_and_goes_with_it() {
        for (int minutes = 0; minutes < 30; minutes += 5) {
            coordinator.live().get("/console/lanes").then().statusCode(200);
            programme.pass(Duration.ofMinutes(5));
        }
        programme.pass(Duration.ofMinutes(1));
        coordinator.live().get("/console/lanes").then().statusCode(401).header("HX-Redirect", "/base/console/sign-in");
    }

    @Test
    void signing_out_ends_the_session_and_not_only_the_cookie() {
        coordinator
                .form()
                .post("/console/sign-out")
                .then()
                .statusCode(303)
                .header("Set-Cookie", allOf(startsWith("peerline_session=;"), containsString("Max-Age=0")));
        coordinator.page().get("/console").then().statusCode(303);
    }

    @Test
    void session_lives_no_longer_than_the_key_that_opened_it() {
        String key = ApiKeys.with(Role.COORDINATOR);
        ConsoleSession session = ConsoleSession.with(key);
        session.page().get("/console").then().statusCode(200);
        String id = database.withHandle(handle -> handle.select("select id::text from api_key order by id desc limit 1")
                .mapTo(String.class)
                .one());
        ApiKeys.asAdmin().delete("/v1/api-keys/" + id).then().statusCode(204);
        session.page().get("/console").then().statusCode(303);
    }

    @Test
    void cookie_is_worth_nothing_outside_the_pages() {
        coordinator.page().get("/v1/requests").then().statusCode(401);
        given().header("Authorization", "Bearer " + coordinator.cookie())
                .get("/v1/requests")
                .then()
                .statusCode(401);
    }

    @Test
    void every_page_is_kept_nowhere_and_brings_nothing_from_elsewhere() {
        for (String page : List.of("/console", "/console/requests", "/console/roster", "/console/sign-in")) {
            coordinator
                    .page()
                    .get(page)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .header(
                            "Content-Security-Policy",
                            allOf(containsString("default-src 'none'"), not(containsString("unsafe"))));
        }
    }

    @Test
    void role_sees_its_own_pages_and_no_other() {
        ConsoleSession intake = ConsoleSession.as(Role.INTAKE);
        intake.page().get("/console").then().statusCode(303).header("Location", "/base/console/requests");
        intake.page().get("/console/intake").then().statusCode(200);
        for (String other :
                List.of("/console/roster", "/console/texts", "/console/tasks", "/console/pictures", "/console/keys")) {
            intake.page().get(other).then().statusCode(403).contentType(startsWith("text/html"));
        }
        ConsoleSession admin = ConsoleSession.as(Role.ADMIN);
        admin.page().get("/console/keys").then().statusCode(200);
        admin.page().get("/console/requests").then().statusCode(403);
        ConsoleSession auditor = ConsoleSession.as(Role.AUDITOR);
        auditor.page().get("/console").then().statusCode(303).header("Location", "/base/console/audit");
        auditor.page().get("/console/requests").then().statusCode(403);
    }

    @Test
    void peer_signs_in_with_a_code_and_sees_nobody_but_their_own() {
        programme.peer(Samples.amara());
        opens(Samples.sam());
        ConsoleSession.fromHere()
                .formParam("mobile", Samples.AMARAS_NUMBER)
                .post("/console/sign-in/code")
                .then()
                .statusCode(200);
        programme.settle();
        String code = codes.last(new PhoneNumber(Samples.AMARAS_NUMBER)).orElseThrow();
        ConsoleSession.fromHere()
                .formParam("mobile", Samples.AMARAS_NUMBER)
                .formParam("code", code.equals("000000") ? "000001" : "000000")
                .post("/console/sign-in/code/check")
                .then()
                .statusCode(401);
        String cookie = ConsoleSession.fromHere()
                .formParam("mobile", Samples.AMARAS_NUMBER)
                .formParam("code", code)
                .post("/console/sign-in/code/check")
                .then()
                .statusCode(303)
                .extract()
                .cookie("peerline_session");

        given().cookie("peerline_session", cookie)
                .get("/console")
                .then()
                .statusCode(200)
                .body(containsString("PS-"))
                .body(not(containsString("Okafor")))
                .body(not(containsString("/console/find")));
        given().cookie("peerline_session", cookie)
                .header("Peerline-Live", "nothing")
                .get("/console/mine/requests")
                .then()
                .statusCode(200)
                .body(containsString("PS-"))
                .body(not(containsString("Okafor")));
        given().cookie("peerline_session", cookie)
                .get("/console/requests")
                .then()
                .statusCode(403);
        assertEquals(1, openSessions());
        ConsoleSession.fromHere()
                .cookie("peerline_session", cookie)
                .post("/console/sign-out")
                .then()
                .statusCode(303);
        assertEquals(0, openSessions());
    }

    @Test
    void whether_a_number_is_known_shows_in_no_answer() {
        String unknown = ConsoleSession.fromHere()
                .formParam("mobile", "07400 399999")
                .post("/console/sign-in/code")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        programme.peer(Samples.amara());
        String known = ConsoleSession.fromHere()
                .formParam("mobile", Samples.AMARAS_NUMBER)
                .post("/console/sign-in/code")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        programme.settle();
        assertEquals(unknown.replace("+447400399999", ""), known.replace(Samples.AMARAS_NUMBER, ""));
    }

    @Test
    void address_that_is_none_is_a_page_too() {
        coordinator
                .page()
                .get("/console/requests/PS-000000")
                .then()
                .statusCode(404)
                .contentType(endsWith("charset=UTF-8"));
        coordinator.page().get("/console/nowhere").then().statusCode(404).body(containsString("There is nothing here"));
    }

    private long openSessions() {
        return database.withHandle(handle -> handle.select("select count(*) from session where ended_at is null")
                .mapTo(Long.class)
                .one());
    }
}
