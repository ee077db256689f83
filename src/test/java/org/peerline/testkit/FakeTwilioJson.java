package org.peerline.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** The texts of {@link FakeTwilio} as Twilio describes them. */
final class FakeTwilioJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FakeTwilioJson() {}

    static String of(PostedMessage message) {
        return describe(message).toString();
    }

    /** One page, newest first, of the texts that fit To, From and DateSent (also with {@code <} or {@code >} behind). */
    static String list(List<PostedMessage> posts, Map<String, String> query) {
        ObjectNode page = JSON.createObjectNode();
        var messages = page.putArray("messages");
        for (int i = posts.size() - 1; i >= 0; i--) {
            PostedMessage post = posts.get(i);
            if (post.accepted() && fits(post, query)) {
                messages.add(describe(post));
            }
        }
        page.putNull("next_page_uri");
        page.put("page", 0).put("page_size", 1000);
        return page.toString();
    }

    private static ObjectNode describe(PostedMessage message) {
        String uri = "/2010-04-01/Accounts/" + message.account() + "/Messages/" + message.sid();
        String at = DateTimeFormatter.RFC_1123_DATE_TIME.format(message.at().atOffset(ZoneOffset.UTC));
        ObjectNode json = JSON.createObjectNode();
        json.put("account_sid", message.account()).put("api_version", "2010-04-01");
        json.put("body", message.body()).put("date_created", at).put("date_updated", at);
        json.put("date_sent", at).put("direction", "outbound-api");
        json.putNull("error_code").putNull("error_message");
        json.put("from", message.from()).put("to", message.to());
        json.put("messaging_service_sid", message.form().get("MessagingServiceSid"));
        json.put("num_media", "0").put("num_segments", "1").putNull("price").put("price_unit", "USD");
        json.put("sid", message.sid()).put("status", "queued").put("uri", uri + ".json");
        json.putObject("subresource_uris").put("media", uri + "/Media.json");
        return json;
    }

    private static boolean fits(PostedMessage post, Map<String, String> query) {
        return query.getOrDefault("To", post.to()).equals(post.to())
                && query.getOrDefault("From", post.from()).equals(post.from())
                && (!query.containsKey("DateSent>") || !post.at().isBefore(instant(query.get("DateSent>"))))
                && (!query.containsKey("DateSent<") || !post.at().isAfter(instant(query.get("DateSent<"))))
                && query.getOrDefault("DateSent", day(post)).equals(day(post));
    }

    private static String day(PostedMessage post) {
        return post.at().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A day, or a moment with or without a Z. */
    private static Instant instant(String written) {
        if (written.length() == 10) {
            return LocalDate.parse(written).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return LocalDateTime.parse(written.replace("Z", "")).toInstant(ZoneOffset.UTC);
    }
}
