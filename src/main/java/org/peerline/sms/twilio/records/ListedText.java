package org.peerline.sms.twilio.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.SmsStatus;
import org.peerline.sms.inbox.late.ReceivedTexts.Received;
import org.peerline.sms.outbox.doubt.ProviderRecords.TakenText;
import org.peerline.sms.twilio.MessageSid;
import org.peerline.sms.twilio.TwilioDelivery;
import org.peerline.sms.twilio.TwilioStatus;

/** One text as Twilio lists it. What cannot be read is left out: it cannot be one of ours. */
record ListedText(
        String sid,
        String direction,
        String from,
        String to,
        String body,
        String status,
        int pictures,
        Optional<String> errorCode,
        Instant at) {

    static Optional<ListedText> read(JsonNode json) {
        String sid = json.path("sid").asText("");
        return MessageSid.matches(sid) ? at(json).map(at -> of(json, sid, at)) : Optional.empty();
    }

    private static ListedText of(JsonNode json, String sid, Instant at) {
        return new ListedText(
                sid,
                json.path("direction").asText(""),
                json.path("from").asText(""),
                json.path("to").asText(""),
                json.path("body").asText(""),
                json.path("status").asText(""),
                json.path("num_media").asInt(0),
                Optional.of(json.path("error_code").asText("")).filter(code -> code.matches("[1-9][0-9]{0,5}")),
                at);
    }

    boolean isOutbound() {
        return direction.startsWith("outbound");
    }

    Optional<TakenText> taken() {
        return TwilioStatus.read(status)
                .map(read -> new TakenText(
                        sid,
                        body,
                        read,
                        errorCode,
                        read == SmsStatus.FAILED ? Optional.of(TwilioDelivery.failure(errorCode)) : Optional.empty(),
                        at));
    }

    /** Only from a telephone number to one of ours, as with the webhook. */
    Optional<Received> received(OurNumbers ours) {
        if (!direction.equals("inbound")) {
            return Optional.empty();
        }
        return number(to)
                .filter(ours::isOurs)
                .flatMap(our -> number(from).map(sender -> new Received(sid, sender, our, body, pictures, at)));
    }

    private static Optional<PhoneNumber> number(String written) {
        return written.startsWith("+") ? PhoneNumber.parse(written) : Optional.empty();
    }

    /** When it was made; when it was sent is empty until it is. */
    private static Optional<Instant> at(JsonNode json) {
        for (String field : new String[] {"date_created", "date_sent"}) {
            try {
                return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                        json.path(field).asText(""))));
            } catch (DateTimeParseException tryTheOther) {
                // Twilio writes RFC 2822; a list of something else has neither.
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "ListedText[" + sid + "]";
    }
}
