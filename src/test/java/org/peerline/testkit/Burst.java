package org.peerline.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Many texts at once, and what became of them.
 *
 * @param accepted how many were answered 200
 * @param before the last text that was owed before
 */
public record Burst(TwoCopies copies, String name, int texts, long accepted, long before) {

    /** Each has reached its reader once, or is in doubt; also what was not answered, for it is on the provider's list. */
    public void arrivedOnce(int mostInDoubt) throws SQLException {
        Map<String, Long> arrived = copies.arrived(name);
        assertTrue(arrived.values().stream().allMatch(times -> times == 1), "doubled: " + arrived);
        Map<String, String> owed = relayed();
        assertEquals(texts, owed.size(), "each is owed to its reader once: " + owed.values());
        Set<String> handedOver = handedOver();
        owed.forEach((text, status) -> assertTrue(
                status.equals("UNKNOWN") || status.equals("SENT") && handedOver.contains(text),
                "lost: " + text + " is " + status));
        long inDoubt = owed.values().stream().filter("UNKNOWN"::equals).count();
        assertTrue(inDoubt <= mostInDoubt, inDoubt + " texts are in doubt");
        assertTrue(texts - arrived.size() <= inDoubt, "more are missing than are in doubt");
        assertTrue(accepted > 0, "some were accepted");
    }

    /** Our ids of the texts that have been passed on, and how they stand. */
    private Map<String, String> relayed() throws SQLException {
        var relayed = new HashMap<String, String>();
        try (var connection = copies.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id, status from message where kind = 'RELAYED' and seq > " + before)) {
            while (rows.next()) {
                relayed.put(rows.getString(1), rows.getString(2));
            }
        }
        return relayed;
    }

    /** Our ids of all texts that the provider was given, from the addresses that it is to call back. */
    private Set<String> handedOver() {
        return copies.twilio().posts().stream()
                .map(post -> post.statusCallback().replaceAll(".*[?&]m=([^&]+).*", "$1"))
                .collect(Collectors.toSet());
    }
}
