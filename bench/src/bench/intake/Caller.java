package bench.intake;

import bench.Unmeasurable;
import bench.http.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of a call handler's system: opens requests one after the other. Small, because the load costs, too. */
final class Caller implements AutoCloseable {
    private static final String BODY = """
            {"name": "Sam %s", "contactNumber": "+447403%06d", "dateOfBirth": "1994-05-17", "jobRole": "Foundation doctor",\
             "address": {"line1": "1 High Street", "town": "Leeds", "postcode": "LS1 1AA"},\
             "employers": ["York Teaching Hospital NHS Foundation Trust"],\
             "avoid": {"names": ["Dr J. Winter"]}, "wishes": {"gender": "FEMALE"}}""";

    private final Connection connection;
    private final String head;

    Caller(String url, String key) throws IOException {
        connection = new Connection(url, 8192);
        head = "POST /v1/requests HTTP/1.1\r\nHost: " + connection.host() + "\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /**
     * Opens the request of caller number {@code n}, who has not called before.
     *
     * @return the nanoseconds that it took
     */
    long open(int n) throws IOException {
        String body = BODY.formatted(letters(n), n);
        byte[] bytes = Connection.bytes(head + body.length() + "\r\n\r\n" + body);
        long began = System.nanoTime();
        connection.send(bytes);
        String status = connection.line();
        int length = 0;
        String later = "";
        for (String header = connection.line(); !header.isEmpty(); header = connection.line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            if (header.toLowerCase(Locale.ROOT).startsWith("retry-after:")) {
                later = ", " + header;
            }
        }
        String answer = new String(connection.read(length), StandardCharsets.UTF_8);
        long took = System.nanoTime() - began;
        if (!status.contains(" 201 ") || !answer.contains("\"status\":\"ASSIGNED\"")) {
            throw new Unmeasurable("request " + n + " was not assigned: " + status + later + " " + answer);
        }
        return took;
    }

    /** A surname of its own for each, because digits are no part of a name. */
    private static String letters(int n) {
        var name = new StringBuilder("B");
        for (int rest = n; rest > 0; rest /= 26) {
            name.append((char) ('a' + rest % 26));
        }
        return name.append("son").toString();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
