package org.peerline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.Samples;

/** The console as its people use it: in a real browser, by keyboard, at any width, in the dark, on paper, in Welsh. */
@PeerlineTest
class ConsoleInTheBrowserTest extends BrowserWorld {
    @Test
    void no_page_brings_anything_from_elsewhere() {
        String reference = opens(Samples.sam()).getString("reference");
        sam().texts("+447400100001", "HELP");
        programme.settle();
        browser.open(url("/console/sign-in"));
        browser.addressesAskedFor();
        signIn(Role.COORDINATOR, Role.ADMIN);
        for (String page : List.of(
                "/console",
                "/console/requests",
                "/console/requests/" + reference,
                "/console/requests/" + reference + "?done=opened",
                "/console/intake",
                "/console/tasks",
                "/console/calls",
                "/console/calls?view=day",
                "/console/texts",
                "/console/roster",
                "/console/roster?reference=" + reference,
                "/console/roster/new",
                "/console/roster/import",
                "/console/requests?reference=nothing",
                "/console/numbers",
                "/console/pictures",
                "/console/keys",
                "/console/find?reference=nothing",
                "/console/requests/nothing")) {
            browser.open(url(page));
        }
        browser.open(url("/console/roster"));
        browser.click("main table a");
        browser.awaitText("Hours of the week");
        browser.click("main a[href$='/change']");
        browser.awaitText("At these hours only");
        browser.type("#capacity", "0");
        browser.click("main form button.main");
        browser.awaitText("Please correct these fields");
        List<String> elsewhere = browser.addressesAskedFor().stream()
                .filter(address -> !address.startsWith(url("/")) && !address.startsWith("data:"))
                .toList();
        assertEquals(List.of(), elsewhere);
    }

    @Test
    void new_request_shows_up_without_reloading_and_leads_to_its_page() {
        signIn(Role.COORDINATOR);
        browser.awaitText("Everybody with a peer has texted.");
        String reference = opens(Samples.sam()).getString("reference");
        browser.await("the request", there -> browser.find("#lanes").getText().contains(reference) ? true : null);
        browser.find("#lanes").findElement(By.linkText(reference)).click();
        browser.awaitText("Sam Okafor");
        sam().receives("Dr Amara N");
        sam().texts("+447400100001", "Hello Amara");
        browser.awaitText("First text passed on");
    }

    @Test
    void step_is_taken_where_it_stands_and_a_double_click_takes_it_once() {
        String reference = opens(Samples.sam()).getString("reference");
        opens(Samples.request("Alex Example", "+447400200002"));
        int before = twilio.posts().size();
        signIn(Role.COORDINATOR);
        browser.await("the request", there -> browser.find("#lanes").getText().contains(reference) ? true : null);
        browser.run("window.here = true");
        WebElement button = browser.find("form[action$='/details-text/" + reference + "'] button");
        new Actions(browser.driver()).doubleClick(button).perform();
        browser.awaitText("The peer's details are on their way again.");
        assertEquals(true, browser.run("return window.here"), "the page was not loaded again");
        String focused = browser.driver().switchTo().activeElement().getAttribute("id");
        assertTrue(focused.startsWith("step-no-first-text-"), "a keyboard stays where it is, not at " + focused);
        programme.settle();
        assertEquals(before + 1, twilio.posts().size());
        browser.isAccessible();
    }

    @Test
    void question_stays_open_under_the_keyboard_while_the_first_screen_goes_on() {
        programme.peer(Samples.peer("Dr Robin A", "Robin Ashworth", "+447400300002", "7000002"));
        String reference = opens(Samples.sam()).getString("reference");
        Phone sam = sam();
        sam.receives("Dr ");
        sam.replies("Hello?");
        signIn(Role.COORDINATOR);
        browser.await(
                "the request",
                there -> browser.find("#lane-no-answer .count").getText().equals("1") ? true : null);
        WebElement question = browser.find("#lanes summary");
        question.sendKeys(Keys.ENTER, Keys.TAB);
        String focused = browser.driver().switchTo().activeElement().getAttribute("id");
        assertTrue(focused.startsWith("step-no-answer-"), focused);

        String other = opens(Samples.request("Alex Example", "+447400200002")).getString("reference");
        browser.await("the other", there -> browser.find("#lanes").getText().contains(other) ? true : null);
        assertTrue(browser.find("#lanes details").getAttribute("open") != null, "the question is still asked");
        assertEquals(focused, browser.driver().switchTo().activeElement().getAttribute("id"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.awaitText("The request has been given to somebody else");
        assertFalse(browser.find("#lane-no-answer")
                .findElement(By.xpath(".."))
                .getText()
                .contains(reference));
    }

    @Test
    void intake_by_keyboard_names_its_faults_and_opens_the_request() {
        signIn(Role.INTAKE);
        browser.open(url("/console/intake"));
        browser.find("#name").sendKeys("Sam Okafor", Keys.ENTER);
        browser.awaitText("Please correct these fields");
        browser.click("a[href='#contactNumber']");
        assertEquals(
                "contactNumber", browser.driver().switchTo().activeElement().getAttribute("id"));
        browser.type("#contactNumber", "07400 200001");
        browser.type("#address-line1", "1 High Street");
        browser.type("#address-postcode", "LS1 1AA");
        browser.type("#dob-day", "17");
        browser.type("#dob-month", "5");
        browser.type("#dob-year", "1994");
        browser.find("#jobRole").sendKeys("Foundation doctor", Keys.ENTER);
        browser.awaitText("Read this out to the caller");
        browser.awaitText("Your peer supporter is Dr Amara N");

        browser.open(url("/console/intake"));
        browser.find("#contactNumber").sendKeys("07400 200001", Keys.TAB);
        browser.awaitText("A request for this number is open already");
    }

    @Test
    void page_of_a_request_stays_true_while_somebody_is_filling_in_its_form() {
        String amara = ApiKeys.as(Role.COORDINATOR).get("/v1/peers").path("items[0].id");
        ApiKeys.as(Role.COORDINATOR).body("{}").post("/v1/peers/" + amara + "/pause");
        String reference = opens(Samples.sam()).getString("reference");
        signIn(Role.COORDINATOR);
        browser.open(url("/console/requests/" + reference));
        browser.awaitText("Waits: nobody available");
        browser.find("#outcome").sendKeys("w");
        String chosen = browser.find("#outcome").getAttribute("value");
        assertEquals("WITHDRAWN", chosen);

        ApiKeys.as(Role.COORDINATOR).post("/v1/peers/" + amara + "/resume");
        programme.settle();

        browser.awaitText("Dr Amara N");
        assertTrue(browser.find("h1").getText().contains("assigned"));
        assertFalse(browser.find("#with-whom").getText().contains("Waits:"));
        browser.awaitText("This request has changed since you opened the page");
        assertEquals("outcome", browser.driver().switchTo().activeElement().getAttribute("id"));
        assertEquals(chosen, browser.find("#outcome").getAttribute("value"), "what was chosen is there still");
        browser.isAccessible();

        browser.click("#show-news");
        browser.awaitText("Give to another peer, because");
        assertEquals(List.of(), browser.all("#show-news"));
    }

    @Test
    void request_is_closed_from_the_list_to_the_thanks() {
        String reference = opens(Samples.sam()).getString("reference");
        signIn(Role.COORDINATOR);
        browser.find("#find").sendKeys(reference, Keys.ENTER);
        browser.awaitText("Why this peer");
        new Select(browser.find("#outcome")).selectByValue("COMPLETED");
        browser.click("form[action$='/close'] button");
        browser.awaitText("The request is closed. Both sides are thanked by text.");
        browser.click("#sign-out");
        browser.awaitText("You have signed out.");
        browser.open(url("/console"));
        browser.awaitText("With a key");
    }

    @Test
    void request_prints_without_what_can_only_be_clicked() {
        String reference = opens(Samples.sam()).getString("reference");
        signIn(Role.COORDINATOR);
        browser.open(url("/console/requests/" + reference));
        browser.print(true);
        assertFalse(browser.find("#find").isDisplayed());
        assertFalse(browser.find("#sign-out").isDisplayed());
        assertTrue(browser.text().contains("Sam Okafor"));
        browser.print(false);
    }

    @Test
    void page_is_read_in_welsh_at_the_press_of_a_button() {
        signIn(Role.COORDINATOR);
        browser.click("button[value=cy]");
        browser.awaitText("Tro pwy yw hi?");
    }

    private void signIn(Role... roles) {
        browser.open(url("/console"));
        browser.find("#key").sendKeys(ApiKeys.with(roles), Keys.ENTER);
        browser.find("#sign-out");
    }

    private static String url(String path) {
        // As behind a proxy that serves us under a path of its own, and leaves it on.
        return "http://localhost:" + RestAssured.port + "/base" + path;
    }
}
