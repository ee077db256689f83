package bench.relay;

import java.nio.charset.StandardCharsets;

/** As much HTTP as the wire needs, on bytes. */
final class HttpBytes {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding:".getBytes(StandardCharsets.US_ASCII);

    private HttpBytes() {}

    /** Where the first message in the buffer ends; 0 while it is not whole. */
    static int endOfMessage(byte[] buffer, int filled) {
        int head = endOfHead(buffer, filled);
        if (head == 0) {
            return 0;
        }
        int end = head + contentLength(buffer, head);
        return end <= filled ? end : 0;
    }

    /** Where the body of the message that ends at {@code end} begins. */
    static int body(byte[] buffer, int end) {
        return endOfHead(buffer, end);
    }

    static int status(byte[] buffer) {
        return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
    }

    private static int endOfHead(byte[] buffer, int filled) {
        for (int at = 3; at < filled; at++) {
            if (buffer[at] == '\n' && buffer[at - 1] == '\r' && buffer[at - 2] == '\n' && buffer[at - 3] == '\r') {
                return at + 1;
            }
        }
        return 0;
    }

    private static int contentLength(byte[] buffer, int head) {
        for (int at = 0; at < head; at++) {
            if (buffer[at] == '\n') {
                if (is(LENGTH, buffer, at + 1, head)) {
                    return number(buffer, at + 1 + LENGTH.length);
                }
                if (is(CHUNKED, buffer, at + 1, head)) {
                    throw new IllegalStateException("chunked messages are not understood here");
                }
            }
        }
        return 0;
    }

    private static boolean is(byte[] name, byte[] buffer, int at, int head) {
        if (at + name.length > head) {
            return false;
        }
        for (int n = 0; n < name.length; n++) {
            int letter = buffer[at + n];
            if ((letter >= 'A' && letter <= 'Z' ? letter + 32 : letter) != name[n]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] buffer, int at) {
        int value = 0;
        for (int n = at; buffer[n] != '\r'; n++) {
            if (buffer[n] >= '0' && buffer[n] <= '9') {
                value = value * 10 + buffer[n] - '0';
            }
        }
        return value;
    }
}
