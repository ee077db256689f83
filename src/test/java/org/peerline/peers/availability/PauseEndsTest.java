package org.peerline.peers.availability;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.peerline.testkit.ApiKeys.bearer;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.peers.PeerStatus;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;
import org.peerline.testkit.Samples;

@PeerlineTest
class PauseEndsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Inject
    Programme programme;

    @Inject
    Jdbi jdbi;

    private String key;

    @BeforeEach
    void begin() {
        programme.reset();
        programme.timeIs(NOW);
        key = ApiKeys.with(Role.COORDINATOR);
    }

    private String pausedUntil(Instant until) {
        String id = bearer(key)
                .body(Samples.newPeer())
                .post("/v1/peers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var pause = new HashMap<String, Object>();
        pause.put("until", until == null ? null : until.toString());
        bearer(key).body(pause).post("/v1/peers/" + id + "/pause").then().statusCode(200);
        return id;
    }

    private void expect(String peer, PeerStatus status) {
        bearer(key).get("/v1/peers/" + peer).then().body("status", is(status.name()));
    }

    @Test
    void a_pause_ends_at_its_time_and_not_before() {
        String peer = pausedUntil(NOW.plus(Duration.ofDays(1)));

        programme.pass(Duration.ofHours(23));
        expect(peer, PeerStatus.PAUSED);

        programme.pass(Duration.ofHours(1));
        expect(peer, PeerStatus.ACTIVE);
        bearer(key).get("/v1/peers/" + peer).then().body("pausedUntil", nullValue());
        assertEquals(
                List.of("SERVICE"),
                jdbi.withHandle(handle -> handle.select(
                                "select actor_kind from audit_event where action = 'PEER_RESUMED' and subject_id = ?::uuid",
                                peer)
                        .mapTo(String.class)
                        .list()));
    }

    @Test
    void each_pause_ends_at_its_own_time_on_a_long_way() {
        String first = pausedUntil(NOW.plus(Duration.ofDays(1)));
        String second = pausedUntil(NOW.plus(Duration.ofDays(3)));
        String last = pausedUntil(NOW.plus(Duration.ofDays(9)));

        programme.pass(Duration.ofDays(4));

        expect(first, PeerStatus.ACTIVE);
        expect(second, PeerStatus.ACTIVE);
        expect(last, PeerStatus.PAUSED);
        List<Instant> ends = jdbi.withHandle(
                handle -> handle.select("select at from audit_event where action = 'PEER_RESUMED' order by at")
                        .mapTo(Instant.class)
                        .list());
        assertEquals(
                List.of(1L, 3L),
                ends.stream().map(end -> Duration.between(NOW, end).toDays()).toList());
    }

    @Test
    void a_pause_without_an_end_goes_on() {
        String peer = pausedUntil(null);
        programme.pass(Duration.ofDays(400));
        key = ApiKeys.with(Role.COORDINATOR);
        expect(peer, PeerStatus.PAUSED);
    }

    @Test
    void a_peer_who_has_retired_meanwhile_is_not_brought_back() {
        String peer = pausedUntil(NOW.plus(Duration.ofDays(1)));
        bearer(key)
                .header("If-Match", "*")
                .body("{\"status\": \"RETIRED\"}")
                .patch("/v1/peers/" + peer)
                .then()
                .statusCode(200);
        programme.pass(Duration.ofDays(2));
        expect(peer, PeerStatus.RETIRED);
    }
}
