package bench.pages;

import bench.Unmeasurable;
import bench.http.Connection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Somebody at the pages: one connection, one page after the other, compressed as browsers have it. */
final class Reader implements AutoCloseable {
    private final Connection connection;
    private String cookie = "";

    Reader(String url) throws IOException {
        connection = new Connection(url, 65_536);
    }

    /**
     * An answer.
     *
     * @param nanos from the first byte sent to the last one received
     * @param bytes as they came, compressed
     */
    record Answer(int status, Map<String, String> headers, byte[] body, long nanos) {
        int bytes() {
            return body.length;
        }

        String text() throws IOException {
            if (!"gzip".equals(headers.get("content-encoding"))) {
                return new String(body, StandardCharsets.UTF_8);
            }
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    /** From here on this reader has signed in. */
    Answer signIn(String key) throws IOException {
        String form = "key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
        Answer answer = ask("POST /console/sign-in/key HTTP/1.1\r\nHost: " + connection.host()
                + "\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + form.length() + "\r\n\r\n" + form);
        if (answer.status() != 303) {
            throw new Unmeasurable("could not sign in: " + answer.status());
        }
        cookie = answer.headers().get("set-cookie").split(";")[0];
        return answer;
    }

    /** @throws Unmeasurable unless the page is there */
    Answer page(String path) throws IOException {
        Answer answer = ask("GET " + path + " HTTP/1.1\r\nHost: " + connection.host()
                + "\r\nAccept-Encoding: gzip\r\nCookie: " + cookie + "\r\n\r\n");
        if (answer.status() != 200) {
            throw new Unmeasurable(path + " answered " + answer.status());
        }
        return answer;
    }

    private Answer ask(String request) throws IOException {
        byte[] bytes = Connection.bytes(request);
        long began = System.nanoTime();
        connection.send(bytes);
        int status = Integer.parseInt(connection.line().split(" ")[1]);
        var headers = new LinkedHashMap<String, String>();
        for (String header = connection.line(); !header.isEmpty(); header = connection.line()) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
        }
        byte[] body = "chunked".equals(headers.get("transfer-encoding"))
                ? chunks()
                : connection.read(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(status, headers, body, System.nanoTime() - began);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = lengthOfChunk(); length > 0; length = lengthOfChunk()) {
            body.write(connection.read(length));
            connection.line();
        }
        connection.line();
        return body.toByteArray();
    }

    private int lengthOfChunk() throws IOException {
        return Integer.parseInt(connection.line(), 16);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
