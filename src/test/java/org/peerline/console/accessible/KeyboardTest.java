package org.peerline.console.accessible;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.peerline.access.Role;
import org.peerline.console.BrowserWorld;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;
import org.peerline.testkit.TabStops;

/** The pages without a mouse. */
@PeerlineTest
class KeyboardTest extends BrowserWorld {
    @Test
    void first_stop_skips_to_the_content() {
        signIn();
        browser.open(Desk.url("/console/intake"));
        // A window that has only just come up takes no key yet: until then nothing has the focus.
        for (int n = 0; n < 20 && focused().getTagName().equals("body"); n++) {
            press(Keys.TAB);
        }
        WebElement skip = focused();
        assertEquals("skip", skip.getAttribute("class"));
        assertTrue(skip.getRect().getX() >= 0 && skip.isDisplayed(), "it shows once it has the focus");
        press(Keys.ENTER);
        press(Keys.TAB);
        assertTrue(
                (Boolean) browser.run("return document.getElementById('main').contains(document.activeElement)"),
                "the next stop is in the content");
    }

    @Test
    void every_stop_of_the_tab_key_shows_where_it_is() {
        String reference = opens(Samples.sam()).getString("reference");
        browser.open(Desk.url("/console/sign-in"));
        var wrong = new ArrayList<>(TabStops.unseen(browser));
        signIn();
        for (String page : List.of(
                "/console",
                "/console/requests",
                "/console/requests/" + reference,
                "/console/intake",
                "/console/roster",
                "/console/pictures",
                "/console/keys")) {
            browser.open(Desk.url(page));
            wrong.addAll(TabStops.unseen(browser));
            browser.dark(true);
            browser.atPhone();
            browser.open(Desk.url(page));
            wrong.addAll(TabStops.unseen(browser));
            browser.noLongerAtPhone();
            browser.dark(false);
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void request_is_opened_handed_on_and_closed_by_keys_alone() {
        String key = ApiKeys.with(Role.COORDINATOR);
        browser.open(Desk.url("/console"));
        tabTo("#key");
        write(key);
        press(Keys.ENTER);
        browser.find("#sign-out");

        tabTo("a[href$='/console/intake']");
        press(Keys.ENTER);
        browser.find("#name");
        tabTo("#contactNumber");
        write("07400 200001");
        tabTo("#address-line1");
        write("1 High Street");
        tabTo("#address-postcode");
        write("LS1 1AA");
        tabTo("#dob-day");
        write("17");
        press(Keys.TAB);
        write("5");
        press(Keys.TAB);
        write("1994");
        tabTo("#jobRole");
        write("Foundation doctor");
        press(Keys.ENTER);

        browser.awaitText("Please correct these fields");
        assertTrue(focused().getText().startsWith("Please correct these fields"), "the focus is on what is wrong");
        tabTo("a[href='#name']");
        press(Keys.ENTER);
        assertEquals("name", focused().getAttribute("id"), "and leads from there to the field");
        write("Sam Okafor");
        press(Keys.ENTER);
        browser.awaitText("Read this out to the caller");
        sam().receives("Dr Amara N");

        tabTo("#reason");
        press(Keys.ARROW_DOWN);
        press(Keys.TAB);
        press(Keys.ENTER);
        browser.awaitText("The request has been given to somebody else, or waits");

        tabTo("#outcome");
        press(Keys.ARROW_DOWN);
        press(Keys.TAB);
        press(Keys.ENTER);
        browser.awaitText("The request is closed.");

        tabTo("#sign-out");
        press(Keys.ENTER);
        browser.awaitText("You have signed out.");
    }

    @Test
    void focus_is_on_what_was_wrong_wherever_a_form_comes_back() {
        browser.open(Desk.url("/console/sign-in"));
        browser.find("#key").sendKeys("pl_nonsense", Keys.ENTER);
        browser.awaitText("This key opens nothing");
        assertTrue(focused().getText().startsWith("This key opens nothing"));

        signIn();
        browser.open(Desk.url("/console/keys"));
        browser.find("#key-name").sendKeys("Phone line", Keys.ENTER);
        browser.awaitText("choose at least one role");
        assertTrue(focused().getText().contains("choose at least one role"));
    }

    private void signIn() {
        browser.open(Desk.url("/console/sign-in"));
        browser.find("#key").sendKeys(ApiKeys.with(Role.COORDINATOR, Role.ADMIN), Keys.ENTER);
        browser.find("#sign-out");
    }

    private void tabTo(String css) {
        TabStops.to(browser, css);
    }

    private void press(Keys key) {
        new Actions(browser.driver()).sendKeys(key).perform();
    }

    private void write(String words) {
        new Actions(browser.driver()).sendKeys(words).perform();
    }

    private WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }
}
