package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerline.testkit.PackagedService;

/** Whoever holds a connection of the delivered service without using it is cut off, and nobody else notices. */
class SlowClientsIT {
    private static final String GET = "GET /q/health/live HTTP/1.1\r\nHost: here\r\n";
    private static final String POST =
            "POST /v1/sessions/code HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n";

    private static final String LONG = "GET /q/openapi HTTP/1.1\r\nHost: here\r\n\r\n";

    @TempDir
    static Path temporary;

    private static PackagedService service;

    @BeforeAll
    static void service_with_little_patience() {
        service = PackagedService.launch(
                        temporary.resolve("data"),
                        Map.of(
                                "PEERLINE_LIMIT_HEAD_TIME",
                                "PT3S",
                                "PEERLINE_LIMIT_BODY_TIME",
                                "PT3S",
                                "PEERLINE_LIMIT_ANSWER_TIME",
                                "PT3S",
                                "QUARKUS_HTTP_IDLE_TIMEOUT",
                                "12s"))
                .awaitReady();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", URI.create(service.url()).getPort());
        socket.setSoTimeout(15_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Sends a byte now and then; returns after how long the connection was ended, in milliseconds. */
    private static long drip(Socket socket, String drops) throws IOException {
        long begun = System.nanoTime();
        socket.setSoTimeout(100);
        while (millis(begun) < 20_000) {
            try {
                send(socket, drops);
                if (socket.getInputStream().read() < 0) {
                    return millis(begun);
                }
            } catch (SocketTimeoutException nothingToRead) {
                // It is still open: the next drop.
            } catch (IOException cutOff) {
                return millis(begun);
            }
        }
        throw new AssertionError("still connected after 20 s");
    }

    private static long millis(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }

    private static void isCutOffInTime(long millis) {
        assertTrue(millis >= 2_000 && millis < 9_000, "cut off after " + millis + " ms");
    }

    private static void isCutOffInTime(String begun, String drops) throws IOException {
        try (Socket socket = connect()) {
            send(socket, begun);
            isCutOffInTime(drip(socket, drops));
        }
    }

    @Test
    void head_that_comes_a_byte_at_a_time_is_not_waited_for() throws IOException {
        isCutOffInTime(GET + "X-Slow: ", "a");
    }

    @Test
    void first_line_that_comes_a_byte_at_a_time_is_not_waited_for() throws IOException {
        isCutOffInTime("GET /", "a");
    }

    @Test
    void second_head_on_a_connection_is_not_waited_for_either() throws IOException {
        try (Socket socket = connect()) {
            assertEquals(200, ask(socket));
            send(socket, GET + "X-Slow: ");
            isCutOffInTime(drip(socket, "a"));
        }
    }

    @Test
    void body_that_comes_a_byte_at_a_time_is_not_waited_for() throws IOException {
        isCutOffInTime(POST + "Content-Length: 100000\r\n\r\n", " ");
    }

    @Test
    void body_in_chunks_that_come_one_at_a_time_is_not_waited_for() throws IOException {
        isCutOffInTime(POST + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n");
    }

    @Test
    void client_that_asks_and_asks_and_takes_no_answer_is_not_waited_for() throws IOException {
        try (Socket socket = connectWithLittleRoom()) {
            isCutOffInTime(askOnAndOn(socket, 0));
        }
    }

    @Test
    void client_that_takes_its_answers_a_little_at_a_time_is_not_waited_for() throws IOException {
        try (Socket socket = connectWithLittleRoom()) {
            isCutOffInTime(askOnAndOn(socket, 100));
        }
    }

    /** Asks for what is long, takes so many bytes each time; returns after how long the connection was ended. */
    private static long askOnAndOn(Socket socket, int bytes) throws IOException {
        long begun = System.nanoTime();
        while (millis(begun) < 20_000) {
            try {
                send(socket, LONG);
                socket.getInputStream().readNBytes(bytes);
            } catch (IOException cutOff) {
                return millis(begun);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("still connected after 20 s");
    }

    /** Longer than anybody's patience here: a phone with a poor network. */
    @Test
    void slow_client_that_goes_on_taking_gets_everything() throws IOException {
        try (Socket socket = connectWithLittleRoom()) {
            for (int i = 0; i < 20; i++) {
                send(socket, LONG);
            }
            for (int i = 0; i < 160; i++) {
                assertEquals(10_000, socket.getInputStream().readNBytes(10_000).length, "cut off after " + i);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static Socket connectWithLittleRoom() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(16_384);
        socket.setSoTimeout(15_000);
        socket.connect(
                new InetSocketAddress("127.0.0.1", URI.create(service.url()).getPort()));
        return socket;
    }

    @Test
    void connection_on_which_nothing_is_said_is_ended() throws IOException {
        try (Socket socket = connect()) {
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    @Test
    void two_hundred_slow_ones_keep_nobody_waiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = connect();
                slow.add(socket);
                send(socket, i % 2 == 0 ? GET + "X-Slow: a" : POST + "Content-Length: 100000\r\n\r\n ");
            }
            long begun = System.nanoTime();

            assertEquals(200, service.get("/q/health/live").statusCode());

            assertTrue(millis(begun) < 2_000, "answered after " + millis(begun) + " ms");
            for (Socket socket : slow) {
                int next = socket.getInputStream().read();
                // A body that was cut off may have been answered before.
                assertTrue(next < 0 || next == 'H');
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void connection_that_is_used_again_and_again_is_kept() throws IOException {
        try (Socket socket = connect()) {
            for (int i = 0; i < 4; i++) {
                assertEquals(200, ask(socket));
                LockSupport.parkNanos(Duration.ofMillis(1_500).toNanos());
            }
            assertEquals(200, ask(socket), "after longer than any of its parts may take");
        }
    }

    @Test
    void one_request_after_the_other_is_all_that_a_connection_has() throws IOException {
        try (Socket socket = connect()) {
            send(
                    socket,
                    GET + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                            + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
            assertTrue(readHead(socket).startsWith("HTTP/1.1 200"));
        }
        try (Socket socket = connect()) {
            send(socket, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            String answer = readHead(socket);
            assertFalse(answer.contains("200"), answer);
        }
    }

    private static int ask(Socket socket) throws IOException {
        send(socket, GET + "\r\n");
        String head = readHead(socket);
        var length = head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .map(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(head));
        assertEquals(length, socket.getInputStream().readNBytes(length).length);
        return Integer.parseInt(head.substring(9, 12));
    }

    private static String readHead(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
