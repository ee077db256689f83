package org.peerline.console.accessible;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Browser;

/** A browser at the pages, and what there is to see on them. */
final class Desk {
    private final Browser browser;
    private final World world;

    /** Requests and peers in the states that pages show differently, and how to break something. */
    interface World {
        String talking();

        String waiting();

        String closed();

        /** One more that is open. */
        String another();

        UUID busyPeer();

        UUID retiredPeer();

        void whileTasksAreGone(Runnable look);
    }

    Desk(Browser browser, World world) {
        this.browser = browser;
        this.world = world;
    }

    String talking() {
        return world.talking();
    }

    String waiting() {
        return world.waiting();
    }

    String closed() {
        return world.closed();
    }

    String another() {
        return world.another();
    }

    UUID busyPeer() {
        return world.busyPeer();
    }

    UUID retiredPeer() {
        return world.retiredPeer();
    }

    Browser browser() {
        return browser;
    }

    Desk open(String path) {
        browser.open(url(path));
        return this;
    }

    WebElement find(String css) {
        return browser.find(css);
    }

    Desk type(String css, String text) {
        browser.type(css, text);
        return this;
    }

    void enter(String css) {
        find(css).sendKeys(Keys.ENTER);
    }

    void leave(String css) {
        find(css).sendKeys(Keys.TAB);
    }

    void click(String css) {
        browser.click(css);
    }

    void choose(String css, String value) {
        new Select(find(css)).selectByValue(value);
    }

    void run(String script) {
        browser.run(script);
    }

    void file(String css, String content) {
        try {
            Path file = Files.createTempFile("roster", ".csv");
            Files.writeString(file, content);
            find(css).sendKeys(file.toString());
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void somebodyCloses(String reference) {
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "COMPLETED"))
                .post("/v1/requests/" + reference + "/close")
                .then()
                .statusCode(200);
    }

    void whileBroken(Runnable look) {
        world.whileTasksAreGone(look);
    }

    boolean isFault() {
        return !browser.all("[data-status]").isEmpty();
    }

    /** @param status as the page has it; empty for those that have no words of their own */
    void isFault(String status) {
        WebElement page = find("[data-status]");
        assertTrue(status.isEmpty() || status.equals(page.getAttribute("data-status")), browser.text());
    }

    void signIn(Role... roles) {
        browser.forgetWhoIsThere();
        open("/console/sign-in");
        type("#key", ApiKeys.with(roles)).enter("#key");
        find("#sign-out");
        assertEquals(0, browser.all(".notice.bad").size());
    }

    static String url(String path) {
        // As behind a proxy that serves us under a path of its own, and leaves it on.
        return "http://localhost:" + RestAssured.port + "/base" + path;
    }
}
