package org.peerline.sms.outbox.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** What coordinators see of owed texts and may do with them. */
@PeerlineTest
class MessagesTest extends RestWorld {
    private String key;

    @BeforeEach
    void coordinator() {
        key = ApiKeys.with(Role.COORDINATOR);
    }

    @Test
    void status_that_is_none_is_named() {
        ApiKeys.bearer(key)
                .filter(Contract.answersHeld())
                .get("/v1/messages?status=foo")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("status")));
    }

    @Test
    void relayed_text_in_doubt_is_sent_again_only_while_its_conversation_is_open() {
        programme.peer(Samples.amara());
        String request = opens(Samples.sam()).getString("id");
        var sam = sam();
        sam.receives("Dr Amara N");
        twilio.answerNext(FakeAnswer.html(500), FakeAnswer.html(500));
        sam.replies("Hello");
        String message = ApiKeys.bearer(key)
                .get("/v1/messages?status=UNKNOWN")
                .then()
                .body("items.size()", is(1))
                .extract()
                .path("items[0].id");
        retry(message).statusCode(200);
        programme.settle();

        ApiKeys.bearer(key)
                .body("{\"outcome\":\"COMPLETED\"}")
                .post("/v1/requests/" + request + "/close")
                .then()
                .statusCode(200);

        retry(message).statusCode(409).body("code", is("message_not_retryable"));
    }

    private ValidatableResponse retry(String message) {
        return ApiKeys.bearer(key)
                .filter(Contract.answersHeld())
                .post("/v1/messages/" + message + "/retry")
                .then();
    }
}
