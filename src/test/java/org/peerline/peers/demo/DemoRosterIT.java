package org.peerline.peers.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerline.access.Role;
import org.peerline.testkit.PackagedService;

/** What somebody who tries the service for the first time finds on the roster. */
class DemoRosterIT {
    @TempDir
    Path data;

    @Test
    void a_first_start_finds_six_peers_and_a_second_one_adds_nobody() {
        List<String> numbers;
        try (var first = PackagedService.start(data)) {
            numbers = mobileNumbers(first);
            assertEquals(6, numbers.size());
            first.stop();
        }
        try (var again = PackagedService.start(data)) {
            assertEquals(numbers, mobileNumbers(again));
        }
    }

    @Test
    void a_roster_that_is_to_stay_empty_stays_empty() {
        try (var service = PackagedService.launch(data, Map.of("PEERLINE_DEMO_ROSTER", "false"))
                .awaitReady()) {
            assertEquals(List.of(), mobileNumbers(service));
        }
    }

    private static List<String> mobileNumbers(PackagedService service) {
        return service.as(service.newKey(Role.COORDINATOR))
                .get("/v1/peers")
                .then()
                .statusCode(200)
                .extract()
                .path("items.mobileNumber");
    }
}
