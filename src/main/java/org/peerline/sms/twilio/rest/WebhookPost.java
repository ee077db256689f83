package org.peerline.sms.twilio.rest;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/**
 * A form post as it came off the wire.
 *
 * @param query without its question mark, not decoded
 * @param signatures every X-Twilio-Signature header
 */
record WebhookPost(Optional<String> query, Optional<String> contentType, List<String> signatures, byte[] body) {
    static WebhookPost of(HttpServerRequest request, byte[] body) {
        return new WebhookPost(
                Optional.ofNullable(request.query()),
                Optional.ofNullable(request.getHeader("Content-Type")),
                request.headers().getAll("X-Twilio-Signature"),
                body == null ? new byte[0] : body);
    }
}
