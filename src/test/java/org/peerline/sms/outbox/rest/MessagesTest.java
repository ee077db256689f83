package org.peerline.sms.outbox.rest;

import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;

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
}
