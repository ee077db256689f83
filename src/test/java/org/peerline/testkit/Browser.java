package org.peerline.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium, one for all browser tests of a run. Where there is none, the tests that need it are skipped. */
public final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Dimension DESK = new Dimension(1280, 1000);
    /** As narrow as reflow has to be possible for (WCAG 1.4.10). */
    private static final Dimension PHONE = new Dimension(320, 700);

    private static Browser shared;

    private final ChromeDriver driver;

    private Browser(InstalledBrowser installed) {
        var prefs = new LoggingPreferences();
        prefs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(installed.chromium());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-component-update",
                "--no-first-run",
                // Whatever the browser itself would like to fetch from elsewhere finds nothing.
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1");
        options.setCapability("goog:loggingPrefs", prefs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installed.chromedriver())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE.multipliedBy(2));
        Runtime.getRuntime().addShutdownHook(new Thread(driver::quit, "end of the browser"));
    }

    /** A browser without cookies, at the width of a desk; skips the test where none is installed. */
    public static synchronized Browser fresh() {
        Optional<InstalledBrowser> installed = InstalledBrowser.in(System.getenv());
        if (installed.isEmpty()) {
            // A skipped test says its reason in a report that few people open.
            System.err.println(InstalledBrowser.HOW_TO_INSTALL);
        }
        Assumptions.assumeTrue(installed.isPresent(), InstalledBrowser.HOW_TO_INSTALL);
        if (shared == null) {
            shared = new Browser(installed.get());
        }
        shared.forgetWhoIsThere();
        shared.dark(false);
        shared.noLongerAtPhone();
        shared.atDesk();
        return shared;
    }

    public WebDriver driver() {
        return driver;
    }

    public Browser open(String url) {
        driver.get(url);
        return this;
    }

    public void atDesk() {
        driver.manage().window().setSize(DESK);
    }

    public void atPhone() {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", PHONE.width, "height", PHONE.height, "deviceScaleFactor", 1, "mobile", true));
    }

    public void noLongerAtPhone() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    public void dark(boolean wanted) {
        showAs("", wanted ? "dark" : "light");
    }

    /** For somebody who reads in the dark, which paper never is. */
    public void print(boolean wanted) {
        showAs(wanted ? "print" : "", wanted ? "dark" : "light");
    }

    private void showAs(String medium, String colours) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", medium, "features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    public void forgetWhoIsThere() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    public void cookie(String name, String value, String url) {
        driver.executeCdpCommand("Network.setCookie", Map.of("name", name, "value", value, "url", url));
    }

    public WebElement find(String css) {
        return await(
                css,
                there -> driver.findElements(By.cssSelector(css)).stream()
                        .findFirst()
                        .orElse(null));
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    public void click(String css) {
        await(css, there -> {
            WebElement wanted = driver.findElements(By.cssSelector(css)).stream()
                    .findFirst()
                    .orElse(null);
            if (wanted == null) {
                return null;
            }
            run("arguments[0].scrollIntoView({block: 'center'})", wanted);
            wanted.click();
            return true;
        });
    }

    public void type(String css, String text) {
        WebElement field = find(css);
        field.clear();
        field.sendKeys(text);
    }

    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Waits for words anywhere on the page. */
    public void awaitText(String words) {
        await(words, there -> text().contains(words) ? true : null);
    }

    public <T> T await(String what, Function<WebDriver, T> wanted) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class) // the page was on its way elsewhere
                .withMessage(() -> "waited in vain for " + what + " in:\n" + text())
                .until(there -> unlessOnItsWay(there, wanted));
    }

    /** Nothing while the page is on its way elsewhere, where the driver says so in its own words. */
    private static <T> T unlessOnItsWay(WebDriver there, Function<WebDriver, T> wanted) {
        try {
            return wanted.apply(there);
        } catch (WebDriverException fault) {
            if (fault.getMessage() == null || !fault.getMessage().contains("does not belong to the document")) {
                throw fault;
            }
            return null;
        }
    }

    public Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** Zero violations of WCAG 2.2 AA, however the page is looked at; nothing is cut off on a narrow screen. */
    public void isAccessible() {
        assertEquals("", Looks.faults(this), driver.getCurrentUrl());
    }

    /** Every address that was asked for since the last look. */
    public List<String> addressesAskedFor() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    public void keepPicture(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
