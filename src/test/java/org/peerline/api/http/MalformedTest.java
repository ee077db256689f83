package org.peerline.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerline.contract.Operations;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.TestSettings;

/** Whatever is sent, nobody learns how the service is made, nothing is a fault of ours, and nothing is repeated. */
@PeerlineTest
class MalformedTest extends RestWorld {
    /** What a stack trace, a class or a library would look like, and our own words sent back. */
    private static final Pattern TOLD = Pattern.compile(
            "\\bat [a-z]+\\.|Exception|java\\.|jakarta|quarkus|vertx|netty|jackson|hibernate|postgres|\\.java:|Okafor",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3}) ");

    private static final String KEY = "Authorization: Bearer " + TestSettings.ADMIN_KEY + "\r\n";

    private static String post(String path, String type, String body) {
        return head("POST", path, "Content-Type: " + type + "\r\n", body) + body;
    }

    private static String head(String method, String path, String headers, String body) {
        return method + " " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n" + KEY + headers
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n" + KEY + "\r\n";
    }

    private static Map<String, String> table() {
        var table = new LinkedHashMap<String, String>();
        // The line and the headers
        table.put("no HTTP", "hello Okafor\r\n\r\n");
        table.put("no version", "GET /v1/api-keys\r\n\r\n");
        table.put("another version", "GET /v1/api-keys HTTP/9.9\r\nHost: here\r\n\r\n");
        table.put("no host", "GET /v1/api-keys HTTP/1.1\r\nConnection: close\r\n\r\n");
        table.put("two hosts", "GET /v1/api-keys HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n");
        table.put("long line", get("/v1/" + "a".repeat(9000)));
        table.put("long header", get("/v1/api-keys HTTP/1.1\r\nX-Long: " + "a".repeat(20_000)));
        table.put("header without a name", "GET / HTTP/1.1\r\nHost: here\r\n: Okafor\r\nConnection: close\r\n\r\n");
        table.put("header over two lines", "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n Okafor\r\nConnection: close\r\n\r\n");
        table.put("zero byte in a header", "GET / HTTP/1.1\r\nHost: here\r\nX: \0\r\nConnection: close\r\n\r\n");
        table.put("length no number", head("POST", "/v1/api-keys", "", "").replace("Length: 0", "Length: x"));
        table.put("length below zero", head("POST", "/v1/api-keys", "", "").replace("Length: 0", "Length: -5"));
        table.put(
                "length beyond numbers",
                head("POST", "/v1/api-keys", "", "").replace("Length: 0", "Length: 99999999999999999999"));
        table.put(
                "two lengths",
                head("POST", "/v1/api-keys", "Content-Length: 5\r\n", "").replace("Length: 0", "Length: 7")
                        + "{}{}{}{");
        table.put(
                "length and chunks",
                head("POST", "/v1/api-keys", "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n", "{}")
                        + "2\r\n{}\r\n0\r\n\r\n");
        table.put(
                "chunk no number",
                "POST /v1/api-keys HTTP/1.1\r\nHost: here\r\n" + KEY
                        + "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nxyz\r\n{}\r\n");
        // The address
        table.put("broken escape", get("/v1/requests/%zz"));
        table.put("half an escape", get("/v1/requests/%"));
        table.put("zero byte", get("/v1/requests/%00"));
        table.put("not UTF-8", get("/v1/requests/%ff%fe"));
        table.put("upwards", get("/v1/../../../../etc/passwd"));
        table.put("upwards, escaped", get("/pages/%2e%2e/%2e%2e/application.properties"));
        table.put("upwards, backwards", get("/pages/..%5c..%5capplication.properties"));
        table.put("semicolons", get("/v1/api-keys;a=Okafor;b"));
        table.put("two slashes", get("//v1//api-keys"));
        table.put("id no id", get("/v1/api-keys/Okafor"));
        table.put("id with a quote", get("/v1/api-keys/'%20or%201=1--"));
        table.put("limit no number", get("/v1/api-keys?limit=Okafor"));
        table.put("limit beyond numbers", get("/v1/api-keys?limit=999999999999"));
        table.put("cursor nonsense", get("/v1/api-keys?cursor=Okafor"));
        table.put("query broken", get("/v1/api-keys?limit=%zz"));
        table.put("query of one thousand", get("/v1/api-keys?" + "a&".repeat(1000)));
        // The body
        String keys = "/v1/api-keys";
        table.put("nothing", post(keys, "application/json", ""));
        table.put("not JSON", post(keys, "application/json", "Okafor"));
        table.put("half of it", post(keys, "application/json", "{\"name\":\"Okafor"));
        table.put("two of it", post(keys, "application/json", "{}{}"));
        table.put("null", post(keys, "application/json", "null"));
        table.put("a number", post(keys, "application/json", "7"));
        table.put("an array", post(keys, "application/json", "[[[[]]]]"));
        table.put("deep", post(keys, "application/json", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000)));
        table.put(
                "deep arrays",
                post(keys, "application/json", "{\"roles\":" + "[".repeat(5000) + "]".repeat(5000) + "}"));
        table.put("long number", post(keys, "application/json", "{\"name\":" + "9".repeat(100_000) + "}"));
        table.put("large exponent", post(keys, "application/json", "{\"name\":1e999999999}"));
        table.put("long name", post(keys, "application/json", "{\"" + "a".repeat(60_000) + "\":1}"));
        table.put("many names", post(keys, "application/json", manyNames()));
        table.put("not a number", post(keys, "application/json", "{\"name\":NaN}"));
        table.put("wrong kinds", post(keys, "application/json", "{\"name\":{\"a\":[]},\"roles\":7,\"expiresAt\":[]}"));
        table.put(
                "time nonsense",
                post(keys, "application/json", "{\"name\":\"a\",\"roles\":[\"ADMIN\"],\"expiresAt\":\"Okafor\"}"));
        table.put(
                "time at the end of times",
                post(
                        keys,
                        "application/json",
                        "{\"name\":\"a\",\"roles\":[\"ADMIN\"],\"expiresAt\":\"+999999999-12-31T23:59:59Z\"}"));
        table.put("half a character", post(keys, "application/json", "{\"name\":\"\\ud800\",\"roles\":[\"ADMIN\"]}"));
        table.put("zero character", post(keys, "application/json", "{\"name\":\"a\\u0000b\",\"roles\":[\"ADMIN\"]}"));
        table.put(
                "a type of its own",
                post(keys, "application/json", "{\"@class\":\"java.lang.Runtime\",\"name\":\"a\"}"));
        table.put("type without an end", post(keys, "application/json; charset=", "{}"));
        table.put("unknown charset", post(keys, "application/json; charset=Okafor", "{}"));
        table.put("no type at all", post(keys, "", "{}"));
        table.put("broken type", post(keys, "a/b/c;;=", "{}"));
        table.put("compressed, not said how", post(keys, "application/json\r\nContent-Encoding: gzip", "{}"));
        table.put(
                "merge patch nonsense",
                post("/v1/me", "application/merge-patch+json", "7").replace("POST", "PATCH"));
        table.put("calendar without a token", get("/v1/me/calendar.ics"));
        // Forms
        table.put(
                "webhook, broken escape",
                post("/webhooks/twilio/messages", "application/x-www-form-urlencoded", "Body=%zz"));
        table.put("webhook, no form", post("/webhooks/twilio/messages", "application/json", "{}"));
        table.put(
                "webhook, large",
                post("/webhooks/twilio/messages", "application/x-www-form-urlencoded", "a".repeat(70_000)));
        table.put("page, broken escape", post("/console/sign-in/key", "application/x-www-form-urlencoded", "key=%zz"));
        table.put(
                "page, parts without an end",
                post("/console/sign-in/key", "multipart/form-data; boundary=x", "--x\r\nOkafor"));
        table.put("page, parts without a border", post("/console/sign-in/key", "multipart/form-data", "Okafor"));
        table.put(
                "page, many fields",
                post("/console/sign-in/key", "application/x-www-form-urlencoded", "a=b&".repeat(5000)));
        table.put("page, broken language", get("/console/sign-in?to=%zz"));
        table.put("simulator, not there", post("/simulator/messages", "application/json", "{\"from\":7}"));
        table.put("swagger, upwards", get("/q/swagger-ui/../../etc/passwd"));
        return table;
    }

    private static String manyNames() {
        var many = new StringBuilder("{");
        for (int i = 0; i < 20_000; i++) {
            many.append("\"a").append(i).append("\":1,");
        }
        return many.append("\"z\":1}").toString();
    }

    @Test
    void nothing_that_can_be_sent_is_a_fault_or_tells_how_the_service_is_made() {
        var wrong = new ArrayList<String>();
        table().forEach((what, request) -> look(what, request, wrong));
        assertEquals(List.of(), wrong);
    }

    /** Each operation of the contract, with its own path and nonsense in every place. */
    @Test
    void no_operation_takes_nonsense_for_a_fault_of_ours() {
        var wrong = new ArrayList<String>();
        for (var operation : Operations.committed().all()) {
            String path = operation.path().replaceAll("\\{[^}]+}", "%F0%9F%92%A5Okafor");
            String id = operation.method() + " " + operation.path();
            look(
                    id + " nonsense",
                    head(operation.method(), path, "Content-Type: application/json\r\n", "{\"a\":[") + "{\"a\":[",
                    wrong);
            look(
                    id + " kinds",
                    head(
                                    operation.method(),
                                    path + "?limit=-1&cursor=%00&status=%27&from=x&to=x&reason=x",
                                    "Content-Type: application/json\r\nIf-Match: \"x\"\r\nIdempotency-Key: \u0001\r\n",
                                    "7")
                            + "7",
                    wrong);
        }
        assertEquals(List.of(), wrong);
    }

    private static void look(String what, String request, List<String> wrong) {
        String answer = answer(request);
        Matcher status = STATUS.matcher(answer);
        if (answer.isEmpty()) {
            return;
        }
        int number = status.find() ? Integer.parseInt(status.group(1)) : 0;
        Matcher told = TOLD.matcher(answer);
        boolean tells = told.find() && !(number == 200 && what.contains("/q/openapi"));
        if (number == 0 || number >= 500 && number != 501 || tells) {
            wrong.add(what + ": " + answer.lines().findFirst().orElse("") + (tells ? ", told: " + told.group() : ""));
        }
    }

    /** Empty when the connection is closed without an answer. */
    private static String answer(String request) {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException late) {
            return "no answer within ten seconds";
        } catch (IOException closed) {
            return "";
        }
    }
}
