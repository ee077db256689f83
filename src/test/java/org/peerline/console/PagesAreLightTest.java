package org.peerline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.access.Role;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** What a browser that has never been here has to fetch for a page, as it comes over the wire. */
@PeerlineTest
class PagesAreLightTest extends RestWorld {
    private static final int MOST_BYTES = 100_000;
    private static final Pattern NEEDED = Pattern.compile("<(?:link|script)[^>]* (?:href|src)=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/sign-in", "/console/roster", "/console/pictures"})
    void page_with_all_that_it_needs_is_light_and_comes_compressed(String page) throws Exception {
        for (int n = 0; n < 60; n++) {
            programme.peer(Samples.peer(
                    "Dr Robin A", "Robin Ashworth", Samples.mobile().e164(), "%07d".formatted(6_000_000 + n)));
        }
        for (int n = 0; n < 10; n++) {
            opens(Samples.request("Sam Okafor", Samples.mobile().e164()));
        }
        String cookie =
                "peerline_session=" + ConsoleSession.as(Role.COORDINATOR).cookie();
        HttpResponse<byte[]> first = fetch(page, cookie);
        int bytes = first.body().length;
        Set<String> needed = new LinkedHashSet<>();
        NEEDED.matcher(text(first)).results().forEach(found -> needed.add(found.group(1)));
        needed.removeIf(address -> address.startsWith("data:"));
        assertFalse(needed.isEmpty());
        for (String address : needed) {
            assertTrue(address.startsWith("/"), address + " comes from elsewhere");
            bytes += fetch(address, cookie).body().length;
        }
        assertTrue(bytes < MOST_BYTES, page + " with " + needed + ": " + bytes + " bytes");
    }

    private HttpResponse<byte[]> fetch(String path, String cookie) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path.replace("&amp;", "&")))
                        .header("Accept-Encoding", "gzip")
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode(), path);
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse("none"), path);
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
