package bench.relay;

import bench.Unmeasurable;
import bench.relay.Conversations.Side;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Texts in, texts out, and the book about them: when each was sent, answered and posted. A text that is lost, doubled,
 * refused, out of order, or not masked ends the run.
 */
final class Round implements Wire.Events {
    private static final byte[] ACCEPTED = accepted();
    private static final int SID_AT = new String(ACCEPTED, StandardCharsets.US_ASCII).indexOf("SM0000");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final byte[] MARKER = "number".getBytes(StandardCharsets.US_ASCII);

    private static long sids;

    private final Wire wire;
    private final List<Side> sides;
    private final int first;
    private final byte[][] requests;
    private final long[] due;
    private final long[] sent;
    private final long[] answered;
    private final long[] posted;
    private final byte[][] forms;
    private final int[] carries;
    private final int[] free;
    private int freeConnections;
    private int next;
    private int answers;
    private int posts;
    private long began;
    private long ended;

    /**
     * @param first the number of the first text
     * @param due when each is to be sent, in nanoseconds from the beginning; {@code null}: as soon as a connection is free
     */
    Round(Wire wire, int connections, List<Side> sides, int first, byte[][] requests, long[] due) {
        this.wire = wire;
        this.sides = sides;
        this.first = first;
        this.requests = requests;
        this.due = due;
        int count = requests.length;
        sent = new long[count];
        answered = new long[count];
        posted = new long[count];
        forms = new byte[count][];
        carries = new int[connections];
        free = new int[connections];
        for (int connection = 0; connection < connections; connection++) {
            free[freeConnections++] = connections - 1 - connection;
        }
    }

    /** Plays the round; returns when every text has come out, and fails when one does not. */
    Round play() throws IOException {
        began = System.nanoTime();
        wire.run(this);
        check();
        return this;
    }

    /** Texts a second, from the first one sent to the last one posted. */
    double rate() {
        return requests.length * 1e9 / (ended - began);
    }

    long[] webhookMicros() {
        return micros(answered);
    }

    long[] inToOutMicros() {
        return micros(posted);
    }

    /** From when it was due where that was set, so that a text which had to wait for a connection is not flattered. */
    private long[] micros(long[] until) {
        var micros = new long[requests.length];
        for (int n = 0; n < micros.length; n++) {
            micros[n] = (until[n] - (due == null ? sent[n] : began + due[n])) / 1000;
        }
        return micros;
    }

    @Override
    public long untilDue() {
        long now = System.nanoTime();
        while (next < requests.length && freeConnections > 0 && mayGo(now)) {
            int connection = free[--freeConnections];
            carries[connection] = next;
            sent[next] = now;
            wire.send(connection, requests[next]);
            next++;
        }
        if (answers == requests.length && posts == requests.length) {
            ended = now;
            return -1;
        }
        if (now - Math.max(began, sent[Math.max(0, next - 1)]) > PATIENCE) {
            throw new Unmeasurable("only " + answers + " of " + requests.length + " texts were answered and " + posts
                    + " relayed");
        }
        return next < requests.length && due != null && freeConnections > 0
                ? began + due[next] - now
                : TimeUnit.SECONDS.toNanos(1);
    }

    /** In a closed loop a writer waits for the answer to their last text; otherwise no order could be expected. */
    private boolean mayGo(long now) {
        return due == null
                ? next < sides.size() || answered[next - sides.size()] > 0
                : began + due[next] <= now;
    }

    @Override
    public void answered(int connection, int status) {
        if (status != 200) {
            throw new Unmeasurable("a webhook was answered " + status);
        }
        answered[carries[connection]] = System.nanoTime();
        answers++;
        free[freeConnections++] = connection;
    }

    @Override
    public byte[] posted(byte[] buffer, int from, int end) {
        int number = number(buffer, from, end) - first;
        if (number < 0 || number >= requests.length || forms[number] != null) {
            throw new Unmeasurable("a text was doubled, or was never written: "
                    + new String(buffer, from, end - from, StandardCharsets.US_ASCII));
        }
        posted[number] = System.nanoTime();
        forms[number] = Arrays.copyOfRange(buffer, from, end);
        posts++;
        return answer();
    }

    static byte[] answer() {
        byte[] answer = ACCEPTED.clone();
        long sid = ++sids;
        for (int at = SID_AT + 33; sid > 0; at--, sid >>>= 4) {
            answer[at] = (byte) "0123456789abcdef".charAt((int) (sid & 15));
        }
        return answer;
    }

    private static int number(byte[] buffer, int from, int end) {
        for (int at = from; at < end - 14; at++) {
            if (Arrays.equals(buffer, at, at + MARKER.length, MARKER, 0, MARKER.length) && buffer[at + 14] == 'q') {
                return Integer.parseInt(new String(buffer, at + 6, 8, StandardCharsets.US_ASCII));
            }
        }
        return -1;
    }

    /**
     * Every text went to its one right person, masked and whole, and behind the one of the same writer that had been
     * answered when it was sent.
     */
    private void check() {
        for (int n = 0; n < requests.length; n++) {
            Side side = sides.get((first + n) % sides.size());
            String form = URLDecoder.decode(new String(forms[n], StandardCharsets.US_ASCII), StandardCharsets.UTF_8);
            boolean right = form.contains("To=" + side.to() + "&")
                    && form.contains("From=" + side.relay() + "&")
                    && form.contains(": " + Texts.words(first + n))
                    && !form.contains(side.from());
            if (!right) {
                throw new Unmeasurable("a text did not go to its one right person: " + form);
            }
            int earlier = n - sides.size();
            if (earlier >= 0 && answered[earlier] < sent[n] && posted[earlier] > posted[n]) {
                throw new Unmeasurable("text " + n + " overtook an earlier one of its writer");
            }
        }
    }

    /** What Twilio says of a text that it has taken. */
    private static byte[] accepted() {
        String json = "{\"account_sid\":\"" + Texts.ACCOUNT + "\",\"api_version\":\"2010-04-01\",\"body\":\""
                + Texts.words(0) + "\",\"date_created\":\"Sun, 22 Nov 2026 10:00:00 +0000\",\"date_sent\":null,"
                + "\"date_updated\":\"Sun, 22 Nov 2026 10:00:00 +0000\",\"direction\":\"outbound-api\","
                + "\"error_code\":null,\"error_message\":null,\"from\":\"+447400100000\","
                + "\"messaging_service_sid\":null,\"num_media\":\"0\",\"num_segments\":\"1\",\"price\":null,"
                + "\"price_unit\":\"USD\",\"sid\":\"SM00000000000000000000000000000000\",\"status\":\"queued\","
                + "\"subresource_uris\":{\"media\":\"/2010-04-01/Accounts/" + Texts.ACCOUNT + "/Messages/Media.json\"},"
                + "\"tags\":null,\"to\":\"+447400200000\",\"uri\":\"/2010-04-01/Accounts/" + Texts.ACCOUNT + "\"}";
        return ("HTTP/1.1 201 Created\r\nContent-Type: application/json;charset=utf-8\r\nTwilio-Request-Id: RQ0\r\n"
                        + "Content-Length: " + json.length() + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
