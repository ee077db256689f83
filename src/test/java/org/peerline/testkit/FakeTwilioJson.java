package org.peerline.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts of {@link FakeTwilio} as Twilio describes them. */
final class FakeTwilioJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FakeTwilioJson() {}

    /** @param errorCode null when it went well */
    record End(String status, Integer errorCode) {}

    static String of(PostedMessage message) {
        return describe(message).toString();
    }

    /**
     * Newest first, the texts that fit To, From and DateSent (also with {@code <} or {@code >} behind), in pages of
     * PageSize.
     */
    static String list(
            List<PostedMessage> posts, Map<String, End> ends, List<ListedInbound> received, Map<String, String> query) {
        var all = new ArrayList<ObjectNode>();
        for (PostedMessage post : posts) {
            if (post.accepted() && fits(post.from(), post.to(), post.at(), query)) {
                ObjectNode listed = describe(post);
                if (ends.containsKey(post.sid())) {
                    End end = ends.get(post.sid());
                    listed.put("status", end.status()).put("error_code", end.errorCode());
                }
                all.add(listed);
            }
        }
        for (ListedInbound text : received) {
            if (fits(text.from(), text.to(), text.at(), query)) {
                all.add(describe(text));
            }
        }
        Collections.reverse(all);
        int size = Integer.parseInt(query.getOrDefault("PageSize", "50"));
        int number = Integer.parseInt(query.getOrDefault("Page", "0"));
        ObjectNode page = JSON.createObjectNode();
        int end = Math.min(all.size(), (number + 1) * size);
        page.putArray("messages").addAll(all.subList(Math.min(all.size(), number * size), end));
        page.put("next_page_uri", end < all.size() ? nextPage(query, number + 1) : null);
        page.put("page", number).put("page_size", size);
        return page.toString();
    }

    private static String nextPage(Map<String, String> query, int number) {
        var next = new LinkedHashMap<>(query);
        next.put("Page", Integer.toString(number));
        return "/2010-04-01/Accounts/" + FakeTwilio.ACCOUNT_SID + "/Messages.json?" + SignedWebhook.encode(next);
    }

    private static ObjectNode describe(ListedInbound text) {
        String at = DateTimeFormatter.RFC_1123_DATE_TIME.format(text.at().atOffset(ZoneOffset.UTC));
        ObjectNode json = JSON.createObjectNode();
        json.put("account_sid", text.account()).put("api_version", "2010-04-01");
        json.put("body", text.body())
                .put("date_created", at)
                .put("date_updated", at)
                .put("date_sent", at);
        json.put("direction", "inbound").putNull("error_code").putNull("error_message");
        json.put("from", text.from()).put("to", text.to()).putNull("messaging_service_sid");
        json.put("num_media", "0").put("num_segments", "1").putNull("price").put("price_unit", "USD");
        return json.put("sid", text.sid()).put("status", "received");
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

    private static boolean fits(String from, String to, Instant at, Map<String, String> query) {
        return query.getOrDefault("To", to).equals(to)
                && query.getOrDefault("From", from).equals(from)
                && (!query.containsKey("DateSent>") || !at.isBefore(instant(query.get("DateSent>"))))
                && (!query.containsKey("DateSent<") || !at.isAfter(instant(query.get("DateSent<"))))
                && query.getOrDefault("DateSent", day(at)).equals(day(at));
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A day, or a moment with or without a Z. */
    private static Instant instant(String written) {
        if (written.length() == 10) {
            return LocalDate.parse(written).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return LocalDateTime.parse(written.replace("Z", "")).toInstant(ZoneOffset.UTC);
    }
}
