package org.peerline.console.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerline.testkit.Browser;
import org.peerline.testkit.Issuer;
import org.peerline.testkit.PackagedService;
import org.peerline.testkit.PrefixProxy;

/** The service as it is delivered, under a path of a reverse proxy, with the organisation's sign-in on another site. */
class BehindAProxyIT {
    @TempDir
    static Path data;

    private static final Issuer ISSUER = new Issuer();
    private static PrefixProxy proxy;
    private static PackagedService service;

    private Browser browser;

    @BeforeAll
    static void one_service_for_all() {
        Browser.fresh();
        ISSUER.start();
        proxy = new PrefixProxy("/peerline");
        Map<String, String> environment = new HashMap<>();
        ISSUER.settings()
                .forEach((name, value) ->
                        environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        environment.put("PEERLINE_PUBLIC_URL", proxy.url());
        service = PackagedService.launch(data, environment).awaitReady();
        proxy.leadsTo(service.url());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (proxy != null) {
            proxy.close();
            ISSUER.stop();
        }
    }

    @BeforeEach
    void browser() {
        browser = Browser.fresh();
        browser.addressesAskedFor();
    }

    @Test
    void coordinator_signs_in_on_another_site_works_and_leaves() {
        ISSUER.somebodyWith(Instant.now(), "coordinators");
        browser.open(proxy.url() + "/console/roster");
        browser.awaitText("With your organisation's account");
        browser.isAccessible();
        browser.click("#organisation");
        browser.awaitText("Continue as Casey");
        browser.click("#continue");
        browser.awaitText("Add a peer");
        assertEquals(proxy.url() + "/console/roster", browser.driver().getCurrentUrl());
        for (String page : List.of("", "/requests", "/intake", "/tasks", "/calls", "/texts", "/numbers", "/pictures")) {
            browser.click(".top nav a[href$='/peerline/console" + page + "']");
            browser.await(
                    page,
                    there -> browser.driver().getCurrentUrl().equals(proxy.url() + "/console" + page) ? true : null);
        }
        browser.click("button[value=cy]");
        browser.awaitText("Allgofnodi");
        browser.click("button[value=en]");
        browser.click("#sign-out");
        browser.awaitText("You have signed out here.");
        browser.click("a[href$='/organisation/leave']");
        browser.awaitText("You have left");
        browser.open(proxy.url() + "/console");
        browser.awaitText("With a key");
        List<String> astray = browser.addressesAskedFor().stream()
                .filter(address -> !address.startsWith(proxy.url() + "/")
                        && !address.startsWith(ISSUER.address())
                        && !address.startsWith("data:"))
                .toList();
        assertEquals(List.of(), astray);
    }

    @Test
    void whoever_says_no_over_there_is_back_at_the_sign_in() {
        ISSUER.somebodyWith(Instant.now(), "coordinators");
        browser.open(proxy.url() + "/console/sign-in");
        browser.click("#organisation");
        browser.awaitText("Continue as Casey");
        browser.click("#no");
        browser.awaitText("Nobody has been signed in.");
        browser.isAccessible();
    }

    @Test
    void phones_are_live_under_the_path_too() {
        browser.open(proxy.url() + "/simulator");
        browser.awaitText("Live: texts appear");
        browser.click("#next");
        browser.awaitText("Your peer supporter is");
        assertTrue(browser.addressesAskedFor().stream()
                .allMatch(address -> address.startsWith(proxy.url() + "/") || address.startsWith("data:")));
    }
}
