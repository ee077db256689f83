package org.peerline.testkit;

import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** A page gone through with the tab key. */
public final class TabStops {
    private static final int MOST = 150;
    private static final int FEWEST = 4;

    /** Nothing where the focus is nowhere; else what is wrong with how it shows, or "seen". */
    private static final String HOW_THE_FOCUS_SHOWS = """
            const e = document.activeElement;
            if (!e || e === document.body) { return ''; }
            const style = getComputedStyle(e), box = e.getBoundingClientRect();
            const name = (e.id || e.className || e.textContent.trim() || e.tagName) + ': ';
            if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) { return name + 'no outline'; }
            if (box.width < 1 || box.height < 1) { return name + 'no size'; }
            if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
              return name + 'out of sight';
            }
            return 'seen';
            """;

    private TabStops() {}

    /** At which stops nobody sees where the focus is. */
    public static List<String> unseen(Browser browser) {
        var wrong = new ArrayList<String>();
        int stops = 0;
        int missed = 0;
        for (press(browser); stops < MOST; press(browser)) {
            String shown = (String) browser.run(HOW_THE_FOCUS_SHOWS);
            if (shown.isEmpty() && (stops > 0 || missed++ > 0)) {
                break;
            }
            if (shown.isEmpty()) {
                continue; // the focus was still outside the page
            }
            stops++;
            if (!shown.equals("seen")) {
                wrong.add(browser.driver().getCurrentUrl() + " " + shown);
            }
        }
        if (stops < FEWEST || stops == MOST) {
            wrong.add(browser.driver().getCurrentUrl() + " has " + stops + " stops");
        }
        return wrong;
    }

    /** Goes on until the focus is there. */
    public static void to(Browser browser, String css) {
        browser.find(css);
        for (int n = 0; n < MOST; n++) {
            press(browser);
            if ((Boolean) browser.run("return document.activeElement.matches(arguments[0])", css)) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + css);
    }

    private static void press(Browser browser) {
        new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
    }
}
