package org.peerline.peers.rest.sheet;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;

/** Spreadsheets of hundreds and thousands of rows, and those that are too long to be read. */
@PeerlineTest
class LongSheetsTest extends SheetWorld {
    @Test
    void roster_of_more_than_three_thousand_goes_out_and_comes_in_again() {
        var file = new StringBuilder(HEADINGS + ",Employers");
        for (int i = 0; i < 3_400; i++) {
            file.append("\nDr No %d,Nobody %d Nemo,07400 9%05d,8%06d,GP,Leeds Teaching Hospitals NHS Trust"
                    .formatted(i, i, i, i));
        }
        send(file.toString()).statusCode(200).body("created", is(3_400));
        String out = export();
        assertTrue(out.length() > 524_288, out.length() + " is longer than any other body may be");
        send("", out.getBytes(StandardCharsets.UTF_8)).statusCode(200).body("unchanged", is(3_400));
    }

    @Test
    void hundreds_of_rows_come_in_together() {
        var file = new StringBuilder(HEADINGS);
        for (int i = 0; i < 300; i++) {
            file.append("\nDr No %d,Nobody %d,07400 9%05d,8%06d,GP".formatted(i, i, i, i));
        }
        send(file.toString()).statusCode(200).body("created", is(300));
        assertEquals(300, onTheRoster());
    }

    @Test
    void hundred_megabytes_are_refused_without_being_read() throws IOException {
        assertTrue(answerTo("Content-Length: 104857600", out -> {}).startsWith("HTTP/1.1 413"));
        // Said or not said: of what comes in pieces no more is read than may be.
        String answer = answerTo("Transfer-Encoding: chunked", out -> {
            byte[] piece = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < 100 * 16; sent++) {
                out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(piece);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        });
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertEquals(0, onTheRoster());
    }

    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** Over a socket, because no client sends a body that it is not going to send. */
    private String answerTo(String length, Body body) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/peers/import HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                            + "\r\nContent-Type: text/csv\r\n" + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            try {
                body.write(out);
            } catch (IOException closed) {
                // The service has stopped listening, as it should.
            }
            InputStream in = socket.getInputStream();
            byte[] answer = in.readNBytes(20);
            assertFalse(answer.length == 0, "no answer");
            return new String(answer, StandardCharsets.US_ASCII);
        }
    }
}
