package bench.relay;

import bench.Api;
import bench.Unmeasurable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Open conversations, made through the API as a call handler and a coordinator would. */
final class Conversations {
    private static final int REQUESTERS_OF_A_PEER = 8;
    private static final int RELAY_NUMBERS = 20;

    private Conversations() {}

    /** One side of a conversation: what this handset texts to the relay number goes to the other handset. */
    record Side(String from, String relay, String to) {}

    static String relayNumbers() {
        return IntStream.range(0, RELAY_NUMBERS)
                .mapToObj("+4474001%05d"::formatted)
                .collect(Collectors.joining(","));
    }

    /** Two sides for each conversation, the requester's first. Nothing has been written yet. */
    static List<Side> open(Api api, int conversations) {
        Map<String, String> mobiles = new java.util.HashMap<>();
        for (int n = 0; n * REQUESTERS_OF_A_PEER < conversations; n++) {
            String mobile = "+4474003%05d".formatted(n);
            mobiles.put(api.post("/v1/peers", peer(n, mobile)).path("id").asText(), mobile);
        }
        var sides = new ArrayList<Side>();
        for (int n = 0; n < conversations; n++) {
            String mobile = "+4474002%05d".formatted(n);
            var assignment = api.post("/v1/requests", request(n, mobile)).path("assignment");
            String relay = assignment.path("relayNumber").asText();
            String peer = mobiles.get(assignment.path("peer").path("id").asText());
            if (relay.isEmpty() || peer == null) {
                throw new Unmeasurable("request " + n + " was not assigned");
            }
            sides.add(new Side(mobile, relay, peer));
            sides.add(new Side(peer, relay, mobile));
        }
        return sides;
    }

    private static Map<String, Object> peer(int n, String mobile) {
        return Map.of(
                "displayName",
                "Dr Robin A",
                "fullName",
                "Robin " + letters(n) + "worth",
                "mobileNumber",
                mobile,
                "gmcNumber",
                "71%05d".formatted(n),
                "jobRole",
                "GP",
                "capacity",
                REQUESTERS_OF_A_PEER,
                "monthlyCap",
                500);
    }

    private static Map<String, Object> request(int n, String mobile) {
        return Map.of(
                "name",
                letters(n) + "ra Okafor",
                "contactNumber",
                mobile,
                "address",
                Map.of("line1", "1 High Street", "town", "Leeds", "postcode", "LS1 1AA"),
                "dateOfBirth",
                "1994-05-17",
                "jobRole",
                "Foundation doctor");
    }

    /** A name of its own for each number: A, B, ... Aa, Ab, ... */
    private static String letters(int n) {
        String rest = n < 26 ? "" : String.valueOf((char) ('a' + n % 26));
        return n < 26 ? String.valueOf((char) ('A' + n)) : letters(n / 26 - 1) + rest;
    }
}
