package org.peerline.console.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.peerline.testkit.Browser;
import org.peerline.testkit.Looks;
import org.peerline.testkit.PackagedService;
import org.peerline.testkit.TabStops;

/** Phones on the screen, in a real browser, from the service as it is delivered. */
class SimulatorPageIT {
    private static final AtomicInteger NEXT = new AtomicInteger(460);

    @TempDir
    static Path data;

    private static PackagedService service;

    private Browser browser;

    /** Phones remember, and the service is one for all: each test adds one of its own. */
    private final String number = "07700 900" + NEXT.incrementAndGet();

    private final String somebody = "[data-number='+44" + number.substring(1).replace(" ", "") + "']";

    @BeforeAll
    static void one_service_for_all() {
        Browser.fresh();
        service = PackagedService.start(data);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @BeforeEach
    void page() {
        browser = Browser.fresh();
        browser.addressesAskedFor();
        browser.open(service.url() + "/simulator");
        browser.awaitText("Live: texts appear");
    }

    @Test
    void page_is_accessible_and_brings_nothing_from_elsewhere() {
        browser.isAccessible();
        List<String> elsewhere = browser.addressesAskedFor().stream()
                .filter(address -> !address.startsWith(service.url()) && !address.startsWith("data:"))
                .toList();
        assertEquals(List.of(), elsewhere);
    }

    @Test
    void every_stop_of_the_tab_key_shows_where_it_is() {
        assertEquals(List.of(), TabStops.unseen(browser));
        browser.atPhone();
        browser.open(service.url() + "/simulator");
        browser.awaitText("Live: texts appear");
        assertEquals(List.of(), TabStops.unseen(browser));
    }

    @Test
    void page_is_accessible_in_welsh_on_a_narrow_phone() {
        browser.cookie("peerline_language", "cy", service.url());
        browser.open(service.url() + "/simulator");
        browser.awaitText("Efelychydd");
        assertEquals("", Looks.narrowFaults(browser));
    }

    @Test
    void story_plays_from_the_first_call_to_the_goodbye() {
        int steps = browser.all("#story li").size();
        for (int step = 0; step < steps; step++) {
            int now = step;
            awaitEnabled("#next");
            browser.click("#next");
            browser.await(
                    "the caption of step " + step,
                    there -> "step".equals(browser.all("#story li").get(now).getAttribute("aria-current"))
                            ? true
                            : null);
            assertEquals("", browser.find("#problem").getText());
        }
        browser.awaitText("That was the story.");
        browser.awaitText("has ended. Thank you");
        String all = browser.find("#phones").getText();
        assertTrue(all.contains("HELD 40") && all.contains("take place? Reply HELD"), all);
        browser.isAccessible();
    }

    @Test
    void story_plays_by_itself_until_it_is_paused() {
        browser.click("#play");
        browser.await(
                "the second step",
                there -> "step".equals(browser.all("#story li").get(1).getAttribute("aria-current")) ? true : null);
        assertEquals("Pause", browser.find("#play").getText());
        browser.click("#play");
        assertEquals("Play the story", browser.find("#play").getText());
    }

    @Test
    void story_that_is_paused_and_set_going_again_at_once_takes_each_step_once() {
        browser.click("#play");
        browser.await("the first step", there -> isAt(0) ? true : null);
        String sent = sam() + " .bubble.sent";
        int before = browser.all(sent).size();
        browser.click("#play");
        browser.click("#play");
        browser.await("the third step", there -> isAt(2) ? true : null);
        long third = System.nanoTime();
        browser.await("the fourth step", there -> isAt(3) ? true : null);
        assertTrue(
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - third) > 2500, "there is time to read the caption");
        browser.click("#play");
        assertEquals(before + 1, browser.all(sent).size());
    }

    @Test
    void keyboard_stays_on_a_button_that_cannot_be_pressed_for_a_moment() {
        for (String button : List.of("#next", "[data-advance=PT10M]")) {
            awaitEnabled(button);
            browser.find(button).sendKeys(Keys.ENTER);
            awaitEnabled(button);
            assertTrue(
                    (Boolean) browser.run("return document.activeElement.matches(arguments[0])", button),
                    "the focus is no longer on " + button);
        }
        browser.await("the first step", there -> isAt(0) ? true : null);
    }

    @Test
    void added_phone_is_there_again_after_loading_until_it_is_put_away() {
        addSomebody();
        browser.open(service.url() + "/simulator");
        browser.find(somebody + " textarea");
        browser.click(somebody + " [data-away]");
        browser.open(service.url() + "/simulator");
        browser.awaitText("Live: texts appear");
        assertTrue(browser.all(somebody).isEmpty());
    }

    @Test
    void any_number_can_be_added_and_texts_by_keyboard_alone() {
        addSomebody();
        WebElement words = browser.find(somebody + " textarea");
        words.sendKeys("Hello?", Keys.TAB, Keys.ENTER);

        browser.await("an answer", there -> bubbles("received").isEmpty() ? null : true);
        assertTrue(bubbles("sent").get(0).contains("Hello?"));
        browser.type("#add-number", "not a number");
        browser.find("#add-number").sendKeys(Keys.ENTER);
        browser.awaitText("Must be a UK mobile number");
        browser.isAccessible();
    }

    @Test
    void network_fails_delays_doubles_and_reorders_as_it_is_told() {
        addSomebody();

        trick("FAIL");
        asks("HELP");
        browser.await("a failed text", there -> bubbles("failed").size() == 1 ? true : null);

        trick("TWICE");
        asks("HELP");
        browser.await("the same text twice", there -> bubbles("delivered").size() == 2 ? true : null);

        trick("LATE");
        asks("HELP");
        browser.await("a text on its way", there -> bubbles("under_way").size() == 1 ? true : null);
        awaitEnabled("[data-advance=PT10M]");
        browser.click("[data-advance=PT10M]");
        browser.await("it to arrive", there -> bubbles("under_way").isEmpty() ? true : null);
        assertEquals(3, bubbles("delivered").size());
    }

    @Test
    void text_that_is_overtaken_arrives_after_the_next() {
        browser.click("#next");
        String sam = sam();
        browser.await("the details", there -> browser.all(sam + " .delivered").isEmpty() ? null : true);
        browser.click(sam + " [data-trick=OVERTAKEN]");
        browser.await(
                "the trick",
                there -> "true"
                                .equals(browser.find(sam + " [data-trick=OVERTAKEN]")
                                        .getAttribute("aria-pressed"))
                        ? true
                        : null);
        send(sam, "GUIDE");
        browser.await("the held text", there -> browser.all(sam + " .under_way").isEmpty() ? null : true);
        String held = browser.find(sam + " .under_way .words").getText();
        send(sam, "STATUS");
        browser.await("both", there -> browser.all(sam + " .under_way").isEmpty() ? true : null);
        List<WebElement> arrived = browser.all(sam + " .delivered .words");
        assertEquals(held, arrived.get(arrived.size() - 1).getText());
    }

    @Test
    void clock_moves_to_the_next_morning_and_knows_the_clock_change() {
        nextMorning();
        browser.await("nine", there -> browser.find("#clock").getText().contains("09:00") ? true : null);
        String change = "[data-target=afterClockChange]";
        assertTrue(browser.find(change).isDisplayed());
        awaitEnabled(change);
        String before = browser.find("#clock").getText();
        long start = System.nanoTime();
        browser.click(change);
        browser.await("the other time", there -> {
            String now = browser.find("#clock").getText();
            return isEnabled(change) && !now.endsWith(before.substring(before.lastIndexOf(' '))) ? true : null;
        });
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        assertTrue(seconds < 15, "it took " + seconds + " s");
    }

    private boolean isAt(int step) {
        return "step".equals(browser.all("#story li").get(step).getAttribute("aria-current"));
    }

    private void addSomebody() {
        browser.type("#add-number", number);
        browser.find("#add-number").sendKeys(Keys.ENTER);
        browser.find(somebody + " textarea");
    }

    private void asks(String words) {
        // A stranger is answered once within 24 hours: two mornings later that is over.
        nextMorning();
        nextMorning();
        send(somebody, words);
    }

    /** Whom the story calls Sam this time. */
    private String sam() {
        return browser.await(
                "Sam",
                there -> browser.all(".phone").stream()
                        .filter(phone ->
                                phone.findElement(By.tagName("h3")).getText().endsWith(": Sam"))
                        .map(phone -> "[data-number='" + phone.getAttribute("data-number") + "']")
                        .findFirst()
                        .orElse(null));
    }

    private void nextMorning() {
        String today = browser.find("#clock").getText().split(" 20")[0];
        awaitEnabled("[data-target=tomorrow]");
        browser.click("[data-target=tomorrow]");
        browser.await("tomorrow", there -> browser.find("#clock").getText().startsWith(today) ? null : true);
    }

    /** While the clock is on its way, it takes no other order. */
    private void awaitEnabled(String button) {
        browser.await(button, there -> isEnabled(button) ? true : null);
    }

    private boolean isEnabled(String button) {
        return !"true".equals(browser.find(button).getAttribute("aria-disabled"));
    }

    private void send(String phone, String words) {
        browser.find(phone + " textarea").sendKeys(words, Keys.TAB, Keys.ENTER);
    }

    private void trick(String name) {
        browser.click(somebody + " [data-trick=" + name + "]");
        browser.await(
                name,
                there -> "true"
                                .equals(browser.find(somebody + " [data-trick=" + name + "]")
                                        .getAttribute("aria-pressed"))
                        ? true
                        : null);
    }

    private List<String> bubbles(String state) {
        return browser.all(somebody + " .bubble." + state).stream()
                .map(WebElement::getText)
                .toList();
    }
}
