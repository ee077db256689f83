package org.peerline.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;

/** Whoever holds a connection without using it is cut off, and others do not notice. */
@PeerlineTest
class SlowClientTest {
    private static final String HEAD = """
            POST /v1/sessions/code HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Content-Length: 1000\r
            \r
            """;

    @Test
    void body_that_comes_a_byte_at_a_time_is_not_waited_for() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Socket slow = new Socket("localhost", RestAssured.port)) {
            slow.setSoTimeout(30_000);
            slow.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
            boolean open = true;
            while (open && seconds(begun) < 60) {
                try {
                    slow.getOutputStream().write(' ');
                    TimeUnit.MILLISECONDS.sleep(200);
                } catch (SocketException cutOff) {
                    open = false;
                }
            }

            assertTrue(!open, "still connected after " + seconds(begun) + " s");
        }
    }

    private static long seconds(long since) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
    }

    @Test
    void page_of_another_site_is_not_let_in() {
        var answer = ApiKeys.asAdmin()
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/v1/api-keys");

        assertEquals(null, answer.header("Access-Control-Allow-Origin"));
        assertEquals(
                null,
                ApiKeys.asAdmin()
                        .header("Origin", "https://elsewhere.example")
                        .get("/v1/api-keys")
                        .header("Access-Control-Allow-Origin"));
    }

    @Test
    void answer_with_personal_data_is_stored_nowhere() {
        var answer = ApiKeys.asAdmin().get("/v1/api-keys");

        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("DENY", answer.header("X-Frame-Options"));
        assertEquals("no-referrer", answer.header("Referrer-Policy"));
    }
}
