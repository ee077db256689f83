package org.peerline.sms.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.sms.outbox.delivery.DeliveryFailure;
import org.peerline.sms.outbox.gateway.SendResult;

class TwilioErrorCodesTest {
    @ParameterizedTest
    @CsvSource({
        "20429, NotSent, PERHAPS_TEMPORARY",
        "21211, BAD_NUMBER, BAD_NUMBER",
        "21614, BAD_NUMBER, BAD_NUMBER",
        "21635, BAD_NUMBER, BAD_NUMBER",
        "30005, BAD_NUMBER, BAD_NUMBER",
        "30006, BAD_NUMBER, BAD_NUMBER",
        "21610, OPTED_OUT, OPTED_OUT",
        "20003, SenderBroken, SENDER_BROKEN",
        "20404, SenderBroken, SENDER_BROKEN",
        "21212, SenderBroken, SENDER_BROKEN",
        "21606, SenderBroken, SENDER_BROKEN",
        "21408, SenderBroken, SENDER_BROKEN",
        "21608, SenderBroken, SENDER_BROKEN",
        "21663, SenderBroken, SENDER_BROKEN",
        "30002, SenderBroken, SENDER_BROKEN",
        "30042, SenderBroken, SENDER_BROKEN",
        "21602, OUR_FAULT, OUR_FAULT",
        "21603, OUR_FAULT, OUR_FAULT",
        "21604, OUR_FAULT, OUR_FAULT",
        "21609, OUR_FAULT, OUR_FAULT",
        "21617, OUR_FAULT, OUR_FAULT",
        "21658, OUR_FAULT, OUR_FAULT",
        "90007, OUR_FAULT, OUR_FAULT",
        "21612, NO_ROUTE, NO_ROUTE",
        "21611, NotSent, PERHAPS_TEMPORARY",
        "30001, NotSent, PERHAPS_TEMPORARY",
        "30003, NotSent, PERHAPS_TEMPORARY",
        "30008, NotSent, PERHAPS_TEMPORARY",
        "30410, NotSent, PERHAPS_TEMPORARY",
        "30004, FILTERED, FILTERED",
        "30007, FILTERED, FILTERED",
        "30450, FILTERED, FILTERED",
        "30036, TOO_LATE, TOO_LATE",
        "12345, UNKNOWN_CODE, UNKNOWN_CODE",
        "999999, UNKNOWN_CODE, UNKNOWN_CODE",
    })
    void each_code_has_one_meaning_when_sending_and_when_reported(
            int code, String whenSending, DeliveryFailure whenReported) {
        assertEquals(whenSending, nameOf(answer(400, "{\"code\": " + code + ", \"status\": 400}")));
        assertEquals(whenReported, TwilioDelivery.failure(Optional.of(Integer.toString(code))));
    }

    @Test
    void failure_without_a_code_is_of_an_unknown_kind() {
        assertEquals(DeliveryFailure.UNKNOWN_CODE, TwilioDelivery.failure(Optional.empty()));
    }

    @Test
    void phone_that_is_out_of_reach_is_not_tried_again_within_seconds() {
        assertEquals(
                new SendResult.NotSent("30003", Optional.of(Duration.ofHours(2))), answer(400, "{\"code\": 30003}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "201 | {\"sid\":\"SM0123456789abcdef0123456789abcdef\",\"status\":\"queued\"} | Accepted",
                "200 | {\"sid\":\"MM0123456789abcdef0123456789abcdef\"} | Accepted",
                "201 | {\"sid\":\"SM0123456789abcdef0123456789abcdef\",\"date_created\":\"nonsense\"} | Accepted",
                "201 | {\"sid\":\"SM012\"} | Ambiguous",
                "201 | {\"sid\":null} | Ambiguous",
                "201 | {} | Ambiguous",
                "201 | null | Ambiguous",
                "201 | [] | Ambiguous",
                "201 | '' | Ambiguous",
                "204 | '' | Ambiguous",
                "302 | '' | Ambiguous",
                "500 | {\"code\":20500} | Ambiguous",
                "500 | {\"code\":21610} | Ambiguous",
                "502 | <html></html> | Ambiguous",
                "503 | {\"code\":20503} | Ambiguous",
                "504 | '' | Ambiguous",
                "408 | '' | Ambiguous",
                "429 | {\"code\":20429} | NotSent",
                "429 | {\"code\":14107} | NotSent",
                "429 | <html></html> | NotSent",
                "401 | {\"code\":20003} | SenderBroken",
                "401 | {\"code\":70051} | SenderBroken",
                "401 | '' | SenderBroken",
                "403 | <html></html> | SenderBroken",
                "404 | <html></html> | SenderBroken",
                "407 | '' | SenderBroken",
                "403 | {\"code\":63038} | UNKNOWN_CODE",
                "400 | {\"code\":\"nonsense\"} | UNKNOWN_CODE",
                "400 | {\"code\":-1} | UNKNOWN_CODE",
                "400 | '' | UNKNOWN_CODE",
                "418 | teapot | UNKNOWN_CODE",
            })
    void each_answer_has_one_meaning(int status, String body, String meaning) {
        assertEquals(meaning, nameOf(answer(status, body)));
    }

    private static SendResult answer(int status, String body) {
        return new TwilioAnswer(status, Optional.empty(), body.getBytes(StandardCharsets.UTF_8)).read();
    }

    private static String nameOf(SendResult result) {
        return result instanceof SendResult.Refused refused
                ? refused.why().name()
                : result.getClass().getSimpleName();
    }
}
