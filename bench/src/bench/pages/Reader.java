package bench.pages;

import bench.Unmeasurable;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Somebody at the pages: one connection, one page after the other, compressed as browsers have it. */
final class Reader implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final String host;
    private String cookie = "";

    Reader(String url) throws IOException {
        URI address = URI.create(url);
        host = "127.0.0.1:" + address.getPort();
        socket = new Socket("127.0.0.1", address.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
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
        Answer answer = ask("POST /console/sign-in/key HTTP/1.1\r\nHost: " + host
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
        Answer answer = ask("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept-Encoding: gzip\r\nCookie: " + cookie
                + "\r\n\r\n");
        if (answer.status() != 200) {
            throw new Unmeasurable(path + " answered " + answer.status());
        }
        return answer;
    }

    private Answer ask(String request) throws IOException {
        byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
        long began = System.nanoTime();
        socket.getOutputStream().write(bytes);
        int status = Integer.parseInt(line().split(" ")[1]);
        var headers = new LinkedHashMap<String, String>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
        }
        byte[] body = "chunked".equals(headers.get("transfer-encoding"))
                ? chunks()
                : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(status, headers, body, System.nanoTime() - began);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(length));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new Unmeasurable("the service closed a connection");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
