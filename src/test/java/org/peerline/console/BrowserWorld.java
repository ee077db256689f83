package org.peerline.console;

import org.junit.jupiter.api.BeforeEach;
import org.peerline.testkit.Browser;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** For tests of the pages in a real browser, in which nobody has signed in; Amara is on the roster. */
public abstract class BrowserWorld extends RestWorld {
    protected Browser browser;

    @BeforeEach
    protected void browser() {
        browser = Browser.fresh();
        programme.peer(Samples.amara());
    }
}
