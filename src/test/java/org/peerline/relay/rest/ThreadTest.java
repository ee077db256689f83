package org.peerline.relay.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** The thread as its peer reads and writes it: words, not numbers, not headings. */
@PeerlineTest
class ThreadTest extends RestWorld {
    private Phone sam;
    private String messages;
    private String token;

    @BeforeEach
    void sam_has_been_told_of_amara() {
        programme.peer(Samples.amara());
        JsonPath request = opens(Samples.sam());
        sam = sam();
        sam.receives("Amara");
        messages = "/v1/assignments/" + request.getString("assignment.id") + "/messages";
        token = tokenOf(Samples.AMARAS_NUMBER);
    }

    private Response write(String body) {
        return ApiKeys.bearer(token)
                .filter(Contract.held())
                .body(Map.of("body", body))
                .post(messages);
    }

    private Response thread() {
        return ApiKeys.bearer(token).filter(Contract.held()).get(messages);
    }

    private static String text(int codePoint, int times) {
        return Character.toString(codePoint).repeat(times);
    }

    @Test
    void requester_moves_first() {
        var before = rows();
        write("Hello Sam")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", is("requester_moves_first"));
        assertEquals(before, rows());
        sam.receivesNothingMore();
    }

    @Test
    void posted_message_is_relayed_as_a_text_with_the_peers_name() {
        sam.replies("Hello Amara");
        String sent = ApiKeys.bearer(token)
                .filter(Contract.held())
                .body(Contract.example("relay/sendMessage-request"))
                .post(messages)
                .then()
                .statusCode(201)
                .body("author", is("PEER"))
                .body("status", is("QUEUED"))
                .extract()
                .asString();

        assertEquals(Contract.form(Contract.example("relay/sendMessage-response")), Contract.form(sent));
        sam.receivesExactly("Dr Amara N: " + JsonPath.from(sent).getString("body"));
        sam.receivesNothingMore();
    }

    @Test
    void thread_shows_both_sides_own_words_and_nothing_around_them() {
        sam.replies("Hello Amara, I'd like to talk");
        write("Hello Sam").then().statusCode(201);
        sam.receives("Hello Sam");
        sam.replies("Thank you");

        String answer = thread().then()
                .statusCode(200)
                .body("items.body", equalTo(List.of("Hello Amara, I'd like to talk", "Hello Sam", "Thank you")))
                .body("items.author", equalTo(List.of("REQUESTER", "PEER", "REQUESTER")))
                .body("items.status", everyItem(is("SENT")))
                .body("nextCursor", nullValue())
                .extract()
                .asString();

        assertEquals(Contract.form(Contract.example("relay/listMessages-response")), Contract.form(answer));
    }

    @Test
    void thread_comes_in_pages() {
        sam.replies("one");
        write("two").then().statusCode(201);
        String cursor = ApiKeys.bearer(token)
                .filter(Contract.held())
                .get(messages + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.body", equalTo(List.of("one")))
                .extract()
                .path("nextCursor");
        ApiKeys.bearer(token)
                .filter(Contract.held())
                .get(messages + "?limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.body", equalTo(List.of("two")))
                .body("nextCursor", nullValue());
    }

    @Test
    void sixteen_hundred_characters_of_any_script_arrive_whole() {
        sam.replies("Hello Amara");
        for (String written : List.of(text('x', 1600), text(0x0939, 1600), text(0x1F642, 1600))) {
            int before = sam.received().size();

            write(written).then().statusCode(201).body("body", equalTo(written));

            programme.settle();
            int signs = written.codePointAt(0);
            String arrived = sam.received().stream()
                    .skip(before)
                    .map(PostedMessage::body)
                    .flatMap(body -> body.codePoints().boxed())
                    .filter(codePoint -> codePoint == signs)
                    .map(Character::toString)
                    .collect(Collectors.joining());
            assertEquals(written, arrived);
        }
    }

    @Test
    void message_that_is_none_is_refused_and_nothing_is_sent() {
        sam.replies("Hello Amara");
        var before = rows();
        for (String body : List.of(
                "{}",
                "{\"body\":null}",
                "{\"body\":\"\"}",
                "{\"body\":\" \\n \"}",
                "{\"body\":7}",
                "{\"body\":\"\\u0000\"}",
                "{\"body\":\"half \\uD83D\"}",
                "{\"body\":\"" + "x".repeat(1601) + "\"}",
                "{\"body\":\"" + text(0x1F642, 1601) + "\"}")) {
            ApiKeys.bearer(token)
                    .filter(Contract.answersHeld())
                    .body(body)
                    .post(messages)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations.field", equalTo(List.of("body")));
        }
        assertEquals(before, rows());
        sam.receivesNothingMore();
    }

    @Test
    void same_key_sends_one_text() {
        sam.replies("Hello Amara");
        for (int times = 0; times < 2; times++) {
            ApiKeys.bearer(token)
                    .filter(Contract.held())
                    .header("Idempotency-Key", "tap-1")
                    .body(Map.of("body", "Hello Sam"))
                    .post(messages)
                    .then()
                    .statusCode(201);
        }
        sam.receivesExactly("Dr Amara N: Hello Sam");
        sam.receivesNothingMore();
    }

    @Test
    void somebody_who_said_stop_gets_nothing_and_the_peer_is_told() {
        sam.replies("Hello Amara");
        sam.replies("STOP");
        int before = sam.received().size();

        write("Hello Sam")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", is("other_side_opted_out"));

        programme.settle();
        assertEquals(before, sam.received().size());
    }
}
