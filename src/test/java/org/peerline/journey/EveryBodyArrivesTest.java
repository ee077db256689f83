package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioIds;
import org.peerline.testkit.TwilioSignature;
import org.peerline.wording.bundle.TextLength;

/** Whatever a phone can send is answered 2xx, kept, and reaches the other side so that it can be read. */
@PeerlineTest
class EveryBodyArrivesTest extends Journey {
    private static final String WEBHOOK = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";
    private static final String HEADING = "Sam: ";

    @Inject
    Jdbi jdbi;

    private final SignedWebhook webhook = new SignedWebhook();
    private final String relay = FakeTwilioResource.relayNumber(1);

    @BeforeEach
    void sam_and_amara_talk() {
        samAndAmaraTalk();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void longest_text_in_any_script_arrives_whole(String script, String body, int parts) {
        assertEquals(200, webhook.text(sam().number(), relay, body).statusCode());
        programme.settle();

        List<PostedMessage> texts = IntStream.range(0, parts)
                .mapToObj(n -> amara().receives(HEADING))
                .toList();
        amara().receivesNothingMore();
        String whole = texts.stream()
                .map(PostedMessage::body)
                .map(text -> text.substring(HEADING.length()))
                .map(text -> parts == 1 ? text : text.substring(text.indexOf(") ") + 2))
                .collect(Collectors.joining());
        assertEquals(body, whole);
        for (PostedMessage text : texts) {
            assertTrue(text.body().length() <= 1600, "the provider takes 1,600 characters at most");
            assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(text.body()), "no pair is torn apart");
        }
        assertEquals(
                texts.stream()
                        .mapToInt(text -> TextLength.segments(text.body()))
                        .sum(),
                count("select sum(segments) from message where kind = 'RELAYED' and seq > (select min(seq) from message"
                        + " where kind = 'RELAYED')"),
                "the pace of the number counts what the carrier counts");
    }

    static Stream<Arguments> longest_text_in_any_script_arrives_whole() {
        return Stream.of(
                Arguments.of("short", "Hello", 1),
                Arguments.of("GSM-7", "abcdefghi ".repeat(160), 2),
                Arguments.of("GSM-7 of two septets each", "€[]{}|~^\\ ".repeat(160), 2),
                Arguments.of("just fits", "x".repeat(1600 - HEADING.length()), 1),
                Arguments.of("one too long", "x".repeat(1600 - HEADING.length() + 1), 2),
                Arguments.of("Hindi", "नमस्ते दोस्त ".repeat(123), 2),
                Arguments.of("Arabic", "مرحبا بك يا صديقي ".repeat(89), 2),
                Arguments.of("Chinese", "你好朋友".repeat(400), 2),
                Arguments.of("Thai", "สวัสดีเพื่อน".repeat(133), 2),
                Arguments.of("Welsh", "Llanfairpwllgŵyngyll â'r ŷd ".repeat(57), 2),
                Arguments.of("emoji", "\uD83D\uDE00".repeat(800), 2),
                Arguments.of("families of emoji", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 ".repeat(178), 2),
                Arguments.of("flags", "\uD83C\uDDEC\uD83C\uDDE7 ".repeat(320), 2),
                Arguments.of("combining accents", "e\u0301a\u0308o\u0302 ".repeat(228), 2),
                Arguments.of("a tower of accents", "a" + "\u0301".repeat(1599), 2),
                Arguments.of("marks of direction", "\u200Fשלום\u200E ".repeat(228), 2),
                Arguments.of("1,600 astral characters", "\uD835\uDD38".repeat(1600), 3),
                Arguments.of(
                        "words that look like form, SQL and TwiML",
                        "a=b&c=%41+'; drop table message; -- <Say>x</Say> ${x} {name} \\u0000",
                        1),
                Arguments.of("null as a word", "null", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_no_text_may_carry_is_taken_out_and_the_rest_arrives(String what, String encoded, String arrives) {
        String form = SignedWebhook.encode(SignedWebhook.textForm(TwilioIds.message(), sam().number(), relay, "BODY"))
                .replace("BODY", encoded);
        assertEquals(200, webhook.post(WEBHOOK, form, signed(form)).statusCode());
        programme.settle();

        amara().receivesExactly(HEADING + arrives);
        assertEquals(0, count("select count(*) from inbound_text where pending is not null"));
    }

    static Stream<Arguments> what_no_text_may_carry_is_taken_out_and_the_rest_arrives() {
        return Stream.of(
                Arguments.of("NUL", "a%00b", "ab"),
                Arguments.of("NUL at both ends", "%00ab%00", "ab"),
                Arguments.of("half a pair, the first", "a%ED%A0%BDb", "a\uFFFDb"),
                Arguments.of("half a pair, the second", "a%ED%B8%80b", "a\uFFFDb"),
                Arguments.of("halves in the wrong order", "%ED%B8%80%ED%A0%BDb", "\uFFFD\uFFFDb"),
                Arguments.of("bell, escape, delete", "a%07b%1Bc%7Fd", "abcd"),
                Arguments.of("controls of the second row", "a%C2%9Bb", "ab"),
                Arguments.of("every kind of line break", "a%0D%0Ab%0Cc%C2%85d", "a\nb\nc\nd"),
                Arguments.of("override", "a%E2%80%AEb%E2%80%ACc", "abc"),
                Arguments.of("isolates", "a%E2%81%A7b%E2%81%A9c", "abc"),
                Arguments.of("no-break and zero width", "a%C2%A0b%E2%80%8Bc", "a\u00A0b\u200Bc"),
                Arguments.of("byte order mark", "%EF%BB%BFab", "\uFEFFab"),
                Arguments.of("tab", "a%09b", "a\tb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%20%20", "%00", "%0A", "%E2%80%AE", "%07%1B"})
    void text_with_nothing_to_read_is_answered_and_reaches_nobody(String encoded) {
        String form = SignedWebhook.encode(SignedWebhook.textForm(TwilioIds.message(), sam().number(), relay, "BODY"))
                .replace("BODY", encoded);
        assertEquals(200, webhook.post(WEBHOOK, form, signed(form)).statusCode());
        programme.settle();

        amara().receivesNothingMore();
        assertEquals(0, count("select count(*) from inbound_text where pending is not null"));
    }

    @Test
    void words_beside_a_picture_arrive_and_their_writer_hears_of_the_picture() {
        post(
                "Look at this rash",
                Map.of(
                        "NumMedia", "2",
                        "MessageSid", TwilioIds.message().replace("SM", "MM"),
                        "MediaUrl0", "https://api.twilio.com/media/ME1",
                        "MediaContentType0", "image/jpeg",
                        "MediaUrl1", "https://api.twilio.com/media/ME2",
                        "MediaContentType1", "text/x-vcard"));

        String relayed = amara().receives("Look at this rash").body();
        assertTrue(!relayed.contains("http"), "the picture itself goes nowhere");
        sam().receives("icture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "999", "0"})
    void count_of_pictures_that_is_none_loses_no_words(String count) {
        post("Words", Map.of("NumMedia", count));

        amara().receivesExactly(HEADING + "Words");
    }

    private void post(String body, Map<String, String> more) {
        var form = new TreeMap<>(SignedWebhook.textForm(TwilioIds.message(), sam().number(), relay, body));
        form.putAll(more);
        assertEquals(200, webhook.post(WEBHOOK, form).statusCode());
        programme.settle();
    }

    private static String signed(String form) {
        return TwilioSignature.ofEncoded(FakeTwilio.AUTH_TOKEN, WEBHOOK, form);
    }

    private int count(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(Integer.class).one());
    }
}
