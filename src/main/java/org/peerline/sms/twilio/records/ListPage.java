package org.peerline.sms.twilio.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One page of the list.
 *
 * @param nextPath where the next page is, with its query; empty on the last
 */
record ListPage(List<ListedText> texts, Optional<String> nextPath) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws ListUnavailable when it is not a list: something else answered */
    static ListPage read(String content) throws ListUnavailable {
        JsonNode page = parse(content);
        JsonNode messages = page.path("messages");
        if (!messages.isArray()) {
            throw new ListUnavailable("unreadable");
        }
        var texts = new ArrayList<ListedText>();
        messages.forEach(message -> ListedText.read(message).ifPresent(texts::add));
        String next = page.path("next_page_uri").asText("");
        return new ListPage(texts, next.startsWith("/") ? Optional.of(next) : Optional.empty());
    }

    private static JsonNode parse(String content) throws ListUnavailable {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException notJson) {
            throw new ListUnavailable("unreadable");
        }
    }
}
