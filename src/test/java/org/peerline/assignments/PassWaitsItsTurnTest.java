package org.peerline.assignments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Whoever changes hands and whoever relays a first text take their locks in one order, so that neither waits forever. */
@PeerlineTest
class PassWaitsItsTurnTest extends RestWorld {
    private static final String ANYBODY_WAITING =
            "select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock')";

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

    /** Asked outside the transaction: inside one, PostgreSQL shows the same moment again and again. */
    private void somebodyWaits() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!jdbi.withHandle(
                other -> other.select(ANYBODY_WAITING).mapTo(Boolean.class).one())) {
            assertTrue(System.nanoTime() < deadline, "nobody came to wait");
        }
    }
}
