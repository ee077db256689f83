package org.peerline.testkit;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.stream.Collectors;

/** The page that a browser shows, checked with axe for WCAG 2.2 AA as different people see it. */
public final class Looks {
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Looks() {}

    /** What is wrong on a desk in the light, in the dark, on a narrow phone in the dark, and on paper; empty when nothing is. */
    public static String faults(Browser browser) {
        String faults = violations(browser, "light");
        browser.dark(true);
        faults += violations(browser, "dark");
        browser.atPhone();
        faults += violations(browser, "phone") + cutOff(browser);
        browser.noLongerAtPhone();
        browser.print(true);
        faults += violations(browser, "paper");
        browser.print(false);
        return faults;
    }

    /** What is wrong on a narrow phone alone, where long words matter. */
    public static String narrowFaults(Browser browser) {
        browser.atPhone();
        String faults = violations(browser, "phone") + cutOff(browser);
        browser.noLongerAtPhone();
        return faults;
    }

    private static String cutOff(Browser browser) {
        Object over = browser.run(
                "return Math.round(document.documentElement.scrollWidth - document.documentElement.clientWidth)");
        return (Long) over <= 0 ? "" : "phone: " + over + " pixels too wide\n";
    }

    /** Pages without frames need no second window for the result, which the newer way opens each time. */
    @SuppressWarnings("deprecation")
    private static String violations(Browser browser, String how) {
        List<Rule> violations = new AxeBuilder()
                .withTags(WCAG)
                .setLegacyMode(true)
                .analyze(browser.driver())
                .getViolations();
        return violations.stream()
                .flatMap(rule ->
                        rule.getNodes().stream().map(node -> how + ": " + rule.getId() + ": " + node.getHtml() + "\n"))
                .collect(Collectors.joining());
    }
}
