package org.peerline.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerline.calls.negotiation.CallStatus;

class PlainWordsTest {
    private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

    /** Each with its reason: nobody's trail has them. */
    private static final Map<String, String> IN_NO_TRAIL = Map.ofEntries(
            Map.entry("API_KEY_ISSUED", "about a key"),
            Map.entry("API_KEY_REVOKED", "about a key"),
            Map.entry("EMPLOYER_ALIAS_ADDED", "about organisations"),
            Map.entry("EMPLOYER_ALIAS_REMOVED", "about organisations"),
            Map.entry("ERASURES_IN_BACK_UPS_DONE", "a detail"),
            Map.entry("REQUESTER_NOT_RECOGNISED", "about who asked"),
            Map.entry("RETENTION_COUNTED", "about the service"),
            Map.entry("RETENTION_SWEPT", "about the service"),
            Map.entry("SENDING_RELEASED", "about a number of ours"),
            Map.entry("SIGNED_IN_TO_PAGES", "the session behind it is told"),
            Map.entry("SIGNED_OUT_OF_PAGES", "the session behind it is told"),
            Map.entry("STAFF_ERASED", "staff have a record of their own"),
            Map.entry("STAFF_EXPORTED", "staff have a record of their own"),
            Map.entry("STAFF_READ", "staff have a record of their own"),
            Map.entry("WRAPPING_KEYS_GONE", "about the service"),
            // No actions at all.
            Map.entry("DID_YOU_MEAN", "an answer of ours"),
            Map.entry("LEAVE_OUT", "a parameter"),
            Map.entry("MUST_SPECIALTY", "a parameter"),
            Map.entry("REQUESTER_FIRST", "a refusal"),
            Map.entry("TOO_MANY", "a refusal"));

    @Test
    void everything_that_can_be_in_somebodys_trail_has_words_of_its_own() throws IOException {
        var codes = new TreeSet<String>();
        Arrays.stream(CallStatus.values()).forEach(status -> codes.add("CALL_" + status));
        try (var files = Files.walk(Path.of("src/main/java/org/peerline"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String written = Files.readString(file);
                if (written.contains("org.peerline.audit.Audit;")) {
                    CODE.matcher(written).results().forEach(found -> codes.add(found.group(1)));
                }
            }
        }
        assertTrue(codes.contains("PERSON_EXPORTED") && codes.size() > 50, codes.toString());

        codes.removeIf(
                code -> IN_NO_TRAIL.containsKey(code) || !PlainWords.did(code).startsWith("did this:"));

        assertEquals(new TreeSet<>(), codes);
    }
}
