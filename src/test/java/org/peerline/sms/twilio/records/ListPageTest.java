package org.peerline.sms.twilio.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.sms.SmsStatus;
import org.peerline.sms.outbox.delivery.DeliveryFailure;

/** Twilio's list, read page by page; what else may stand there is no list. */
class ListPageTest {
    private static final String SID = "SM0123456789abcdef0123456789abcdef";

    @Test
    void text_that_twilio_took_is_read_with_its_fate() throws Exception {
        var listed = only("""
                {"sid": "%s", "direction": "outbound-api", "from": "+447400100001", "to": "+447400200001", "body": "Hello",
                 "status": "undelivered", "error_code": 30007, "num_media": "0",
                 "date_created": "Mon, 23 Nov 2026 10:00:05 +0000", "date_sent": null}""".formatted(SID));
        var taken = listed.taken().orElseThrow();

        assertEquals(SID, taken.providerId());
        assertEquals("Hello", taken.body());
        assertEquals(SmsStatus.FAILED, taken.status());
        assertEquals(Optional.of("30007"), taken.errorCode());
        assertEquals(Optional.of(DeliveryFailure.FILTERED), taken.failure());
        assertEquals(Instant.parse("2026-11-23T10:00:05Z"), taken.at());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"sid\": \"nonsense\", \"date_created\": \"Mon, 23 Nov 2026 10:00:05 +0000\"}",
                "{\"sid\": \"SM0123456789abcdef0123456789abcdef\"}",
                "{\"sid\": \"SM0123456789abcdef0123456789abcdef\", \"date_created\": \"yesterday\"}",
                "null",
                "7",
            })
    void what_cannot_be_one_of_ours_is_left_out(String message) throws Exception {
        assertEquals(List.of(), page("{\"messages\": [" + message + "]}").texts());
    }

    @Test
    void next_page_is_a_path_on_the_same_host_or_nothing() throws Exception {
        assertEquals(
                Optional.of("/x?Page=1"),
                page("{\"messages\": [], \"next_page_uri\": \"/x?Page=1\"}").nextPath());
        assertEquals(
                Optional.empty(),
                page("{\"messages\": [], \"next_page_uri\": null}").nextPath());
        assertEquals(
                Optional.empty(),
                page("{\"messages\": [], \"next_page_uri\": \"https://elsewhere/\"}")
                        .nextPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "<html></html>", "{\"messages\": {}}", "{\"messages\": ["})
    void something_else_that_answers_is_no_empty_list(String content) {
        assertThrows(ListUnavailable.class, () -> page(content));
    }

    private static ListPage page(String content) throws ListUnavailable {
        return ListPage.read(content);
    }

    private static ListedText only(String message) throws ListUnavailable {
        return page("{\"messages\": [" + message + "]}").texts().get(0);
    }
}
