package org.peerline.limits;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.restassured.response.ValidatableResponse;

/** What whoever has asked too often is answered. */
final class TooMany {
    private TooMany() {}

    static void toldToWait(ValidatableResponse answer) {
        answer.statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .contentType("application/problem+json")
                .body("type", equalTo("urn:peerline:problem:too-many-requests"));
    }
}
