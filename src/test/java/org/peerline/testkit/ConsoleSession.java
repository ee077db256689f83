package org.peerline.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.peerline.access.Role;

/** Somebody at the pages with a browser that shows what its cookie and headers are. */
public final class ConsoleSession {
    private final String cookie;

    private ConsoleSession(String cookie) {
        this.cookie = cookie;
    }

    public static ConsoleSession as(Role... roles) {
        return with(ApiKeys.with(roles));
    }

    public static ConsoleSession with(String key) {
        return new ConsoleSession(signIn(key).then().statusCode(303).extract().cookie("peerline_session"));
    }

    /** A browser that has this cookie. */
    public static ConsoleSession of(String cookie) {
        return new ConsoleSession(cookie);
    }

    public static Response signIn(String key) {
        return fromHere().formParam("key", key).post("/console/sign-in/key");
    }

    /** A form sent by a page of ours. */
    public static RequestSpecification fromHere() {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    public RequestSpecification page() {
        return given().redirects().follow(false).cookie("peerline_session", cookie);
    }

    public RequestSpecification form() {
        return fromHere().cookie("peerline_session", cookie);
    }

    /** What a page asks for by itself. */
    public RequestSpecification live() {
        return page().header("HX-Request", "true").header("Peerline-Live", "nothing");
    }

    public String cookie() {
        return cookie;
    }
}
