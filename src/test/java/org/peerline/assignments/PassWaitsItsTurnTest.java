package org.peerline.assignments;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Whoever changes hands and whoever relays a first text take their locks in one order, so that neither waits forever. */
@PeerlineTest
class PassWaitsItsTurnTest extends RestWorld {
    private static final String WAITING = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

    @Inject
    Jdbi jdbi;

    @Test
    void handing_back_holds_nothing_while_it_waits_for_the_request() throws Exception {
        programme.peer(Samples.amara());
        JsonPath request = opens(Samples.sam());
        String assignment = request.getString("assignment.id");
        var amara = peer(Samples.AMARAS_NUMBER);
        CompletableFuture<Integer> pass;
        try (Handle relaying = jdbi.open()) {
            relaying.begin();
            relaying.execute(
                    "select 1 from support_request where id = ? for update", UUID.fromString(request.getString("id")));
            pass = CompletableFuture.supplyAsync(
                    () -> amara.post("/v1/assignments/" + assignment + "/pass").statusCode());
            somebodyWaits();

            relaying.execute("select 1 from assignment where id = ? for update nowait", UUID.fromString(assignment));

            relaying.commit();
        }
        assertEquals(200, pass.get(20, TimeUnit.SECONDS));
    }

    @Test
    void whoever_ends_or_gives_away_what_has_been_given_away_at_that_moment_changes_nothing() throws Exception {
        programme.peer(Samples.amara());
        JsonPath request = opens(Samples.sam());
        programme.peer(Samples.peer("Dr Ben K", "Ben Kay", "+447400300002", "7654321"));
        String id = request.getString("id");
        var amara = peer(Samples.AMARAS_NUMBER);
        CompletableFuture<Integer> first;
        CompletableFuture<Integer> done;
        CompletableFuture<Integer> second;
        try (Handle busy = jdbi.open()) {
            busy.begin();
            busy.execute("select 1 from support_request where id = ? for update", UUID.fromString(id));
            first = CompletableFuture.supplyAsync(() -> reassigns(id));
            waiting(1);
            done = CompletableFuture.supplyAsync(
                    () -> amara.post("/v1/assignments/" + request.getString("assignment.id") + "/done")
                            .statusCode());
            waiting(2);
            second = CompletableFuture.supplyAsync(() -> reassigns(id));
            waiting(3);
            busy.commit();
        }

        assertEquals(200, first.get(20, TimeUnit.SECONDS));
        assertEquals(409, done.get(20, TimeUnit.SECONDS));
        assertEquals(409, second.get(20, TimeUnit.SECONDS));
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requests/" + id)
                .then()
                .body("status", is("ASSIGNED"))
                .body("assignment.peer.displayName", is("Dr Ben K"));
        twilio.reset();
    }

    private static int reassigns(String request) {
        return ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("reason", "OTHER"))
                .post("/v1/requests/" + request + "/reassign")
                .statusCode();
    }

    /** Asked outside the transaction: inside one, PostgreSQL shows the same moment again and again. */
    private void somebodyWaits() {
        waiting(1);
    }

    private void waiting(int many) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (jdbi.withHandle(
                        other -> other.select(WAITING).mapTo(Integer.class).one())
                < many) {
            assertTrue(System.nanoTime() < deadline, "nobody came to wait");
        }
    }
}
