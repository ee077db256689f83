package org.peerline.testkit;

import java.util.Map;

/**
 * What {@link FakeTwilio} does with one post of a text.
 *
 * @param accepts whether the text is on its books afterwards, whatever the sender got to hear
 * @param status of the answer; without a meaning when there is none
 * @param body of the answer; null stands for the ordinary description of the text
 */
public record FakeAnswer(
        Manner manner, boolean accepts, int status, String contentType, String body, Map<String, String> headers) {
    private static final String JSON = "application/json";

    public enum Manner {
        ANSWER,
        DROP_CONNECTION,
        SAY_NOTHING,
        ANSWER_LATE
    }

    public static FakeAnswer accepted() {
        return answer(true, 201, JSON, null);
    }

    /** Turned away with one of Twilio's codes. */
    public static FakeAnswer error(int status, int code) {
        String body = """
                {"code": %d, "message": "Turned away", "more_info": "https://www.twilio.com/docs/errors/%d", "status": %d}
                """.formatted(code, code, status);
        return answer(false, status, JSON, body);
    }

    public static FakeAnswer tooManyRequests(int retryAfterSeconds) {
        return error(429, 20429).with("Retry-After", Integer.toString(retryAfterSeconds));
    }

    /** What a balancer says when nobody stands behind it. */
    public static FakeAnswer html(int status) {
        return answer(false, status, "text/html", "<html><body><h1>" + status + "</h1></body></html>");
    }

    public static FakeAnswer redirect(String location) {
        return answer(false, 307, "text/plain", "").with("Location", location);
    }

    /** The text is accepted, and the answer says nothing of it. */
    public static FakeAnswer emptyCreated() {
        return answer(true, 201, JSON, "");
    }

    public static FakeAnswer garbage() {
        return answer(true, 201, JSON, "{\"sid\": \"SM12");
    }

    /** The text is accepted, and the connection is gone before the answer. */
    public static FakeAnswer droppedConnection() {
        return new FakeAnswer(Manner.DROP_CONNECTION, true, 0, "", "", Map.of());
    }

    /** The text is accepted, and no answer comes until {@link FakeTwilio#reset}. */
    public static FakeAnswer silence() {
        return new FakeAnswer(Manner.SAY_NOTHING, true, 0, "", "", Map.of());
    }

    /** The text is accepted, and the answer says so when {@link FakeTwilio#answerWhatIsLate} is called. */
    public static FakeAnswer acceptedLate() {
        return new FakeAnswer(Manner.ANSWER_LATE, true, 201, JSON, null, Map.of());
    }

    public FakeAnswer with(String header, String value) {
        return new FakeAnswer(manner, accepts, status, contentType, body, Map.of(header, value));
    }

    /** The same answer, but the text is on Twilio's books all the same. */
    public FakeAnswer thoughAccepted() {
        return new FakeAnswer(manner, true, status, contentType, body, headers);
    }

    private static FakeAnswer answer(boolean accepts, int status, String contentType, String body) {
        return new FakeAnswer(Manner.ANSWER, accepts, status, contentType, body, Map.of());
    }
}
