package org.peerline.dialogue;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.peerline.core.PhoneNumber;
import org.peerline.testkit.Samples;

/** What both stages send to the API and read from it. */
final class Roster {
    static final List<String> OPEN = List.of("WAITING", "ASSIGNED", "INTRODUCED", "TALKING");

    private Roster() {}

    static Map<String, Object> peer(String number, String displayName, String fullName, String jobRole) {
        var peer = Samples.newPeer(new PhoneNumber(number));
        peer.put("displayName", displayName);
        peer.put("fullName", fullName);
        peer.put("jobRole", jobRole);
        peer.put("employers", List.of());
        return peer;
    }

    static Map<String, Object> request(String number, String name, String jobRole, boolean neutral, String language) {
        var request = new TreeMap<>(Samples.request(name, number));
        request.put("jobRole", jobRole);
        request.put("neutralWording", neutral);
        request.put("language", language);
        return request;
    }

    static List<String> tasks(JsonPath page, Instant moment) {
        var kinds = new ArrayList<String>();
        List<Map<String, Object>> items = page.getList("items");
        for (Map<String, Object> task : items) {
            if (!Instant.parse((String) task.get("lastRaisedAt")).isBefore(moment)) {
                kinds.add((String) task.get("kind"));
            }
        }
        return kinds;
    }
}
