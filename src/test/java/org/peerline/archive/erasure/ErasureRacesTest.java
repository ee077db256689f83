package org.peerline.archive.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

/**
 * Somebody is erased at the very moment at which everything else happens to them, on real threads and a real database:
 * nothing of them is left behind, nobody is with nobody, and nothing is sent to them any more.
 */
@PeerlineTest
class ErasureRacesTest extends RestWorld {
    private static final int ROUNDS = 8;

    /** What must be empty afterwards, each with what it would mean. */
    private static final Map<String, String> ORPHANS = Map.ofEntries(
            Map.entry("an open request of nobody", """
                    select r.reference from support_request r join requester q on q.id = r.requester_id
                    where r.status <> 'CLOSED' and q.forgotten_at is not null"""),
            Map.entry("an open conversation with nobody", """
                    select a.id::text from assignment a join requester q on q.id = a.requester_id
                    join peer p on p.id = a.peer_id
                    where a.status = 'OPEN' and (q.forgotten_at is not null or p.forgotten_at is not null)"""),
            Map.entry("an open conversation of a closed request", """
                    select a.id::text from assignment a join support_request r on r.id = a.request_id
                    where a.status = 'OPEN' and r.status = 'CLOSED'"""),
            Map.entry("a text that is still owed to them", """
                    select m.kind || ' ' || m.status from message m join person_key k on k.person_id = m.to_person
                    where k.wrapped is null and m.status in ('QUEUED', 'SENDING')"""),
            Map.entry("words or a number of theirs", """
                    select m.kind || ' ' || m.status from message m
                    left join person_key w on w.person_id = m.body_person left join person_key t on t.person_id = m.to_person
                    where (w.destroyed_at is not null and (m.body is not null or m.heading is not null))
                       or (t.destroyed_at is not null and m.to_number is not null)"""),
            Map.entry("a call that is open", """
                    select c.id::text from call c join assignment a on a.id = c.assignment_id
                    where c.status in ('PROPOSED', 'AGREED') and a.status = 'ENDED' and c.starts_at > now()"""),
            Map.entry("an entry that was filled again", """
                    select id::text from requester where forgotten_at is not null and (name is not null
                    or address is not null or number_key not like 'erased:%')"""),
            Map.entry("a place on a relay number", """
                    select p.assignment_id::text from relay_place p join assignment a on a.id = p.assignment_id
                    where p.released_at is null and a.status = 'ENDED'"""),
            Map.entry("a peer's count that is wrong", """
                    select p.id::text from peer p where p.open_assignments <>
                    (select count(*) from assignment a where a.peer_id = p.id and a.status = 'OPEN')"""));

    @Inject
    Jdbi jdbi;

    private final SignedWebhook webhook = new SignedWebhook();
    private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private String amara;
    private String coordinator;
    private String intake;
    private String token;
    private int round;

    /** Relay numbers rest for a fortnight: each round is a world of its own. */
    private void nextRound() {
        fresh_world();
        statuses.clear();
        round++;
        amara = programme.peer(Samples.withCapacity(Samples.amara(), 20)).toString();
        token = tokenOf(Samples.AMARAS_NUMBER);
        if (coordinator == null) {
            coordinator = ApiKeys.with(Role.COORDINATOR);
            intake = ApiKeys.with(Role.INTAKE);
        }
    }

    private String number() {
        return "+4474006000%02d".formatted(round);
    }

    private JsonPath talking() {
        nextRound();
        JsonPath opened = opens(Samples.request("Sam Okafor", number()));
        text(number(), opened.getString("assignment.relayNumber"), "Hello Amara");
        return opened;
    }

    private int text(String from, String relay, String body) {
        return webhook.text(from, relay, body).statusCode();
    }

    /** Whoever is told that somebody else was quicker tries again. */
    private IntSupplier erasing(String person) {
        return () -> {
            int status = 409;
            for (int attempt = 0; attempt < 5 && status == 409; attempt++) {
                status = ApiKeys.asAdmin()
                        .delete(person + "?reason=SUBJECT_REQUEST&also=NOBODY")
                        .statusCode();
            }
            return status;
        };
    }

    /** All of it at one moment; whatever answers must answer, and not with a fault. */
    private void atOnce(IntSupplier... steps) throws Exception {
        var threads = Executors.newFixedThreadPool(steps.length + 1);
        var start = new CountDownLatch(1);
        var done = new ArrayList<Future<?>>();
        try {
            for (IntSupplier step : steps) {
                done.add(threads.submit(() -> {
                    start.await();
                    return statuses.add(step.getAsInt());
                }));
            }
            done.add(threads.submit(() -> {
                start.await();
                programme.settle();
                return true;
            }));
            start.countDown();
            for (Future<?> each : done) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        programme.settle();
    }

    private void nothingIsLeft() {
        programme.settle();
        ORPHANS.forEach((what, query) -> assertEquals(
                List.of(),
                jdbi.withHandle(
                        handle -> handle.select(query).mapTo(String.class).list()),
                what));
        assertTrue(Set.of(200, 201, 204, 404, 409, 503).containsAll(statuses), statuses.toString());
        assertTrue(statuses.contains(200), statuses.toString());
    }

    private void nothingMoreIsSentToThem(Runnable what) {
        // A stranger who texts a relay number is told what to do in need; the erased themselves get nothing.
        String query = "select count(*) from message m join person_key k on k.person_id = m.to_person"
                + " where k.destroyed_at is not null and m.status in ('SENT', 'DELIVERED')";
        long before = count(query);
        what.run();
        assertEquals(before, count(query));
    }

    private long count(String query) {
        return jdbi.withHandle(handle -> handle.select(query).mapTo(Long.class).one());
    }

    @Test
    void erasure_and_texts_of_both_sides() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            JsonPath opened = talking();
            String relay = opened.getString("assignment.relayNumber");
            String number = number();
            atOnce(
                    erasing("/v1/requesters/" + opened.getString("requester.id")),
                    () -> text(number, relay, "things are hard"),
                    () -> text(Samples.AMARAS_NUMBER, relay, "I am here"),
                    () -> text(number, relay, "tomorrow at 7pm?"),
                    () -> text(Samples.AMARAS_NUMBER, relay, "CALL tomorrow 19:00"));
            nothingIsLeft();
            nothingMoreIsSentToThem(() -> programme.pass(Duration.ofHours(30)));
            nothingIsLeft();
        }
    }

    @Test
    void erasure_and_everything_that_a_coordinator_or_a_peer_can_do() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            JsonPath opened = talking();
            String request = "/v1/requests/" + opened.getString("id");
            String assignment = "/v1/assignments/" + opened.getString("assignment.id");
            String at = programme
                    .now()
                    .plus(Duration.ofHours(30))
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
            int which = i;
            atOnce(
                    erasing("/v1/requesters/" + opened.getString("requester.id")),
                    () -> which % 2 == 0
                            ? ApiKeys.bearer(coordinator)
                                    .body(Map.of("reason", "OTHER"))
                                    .post(request + "/reassign")
                                    .statusCode()
                            : ApiKeys.bearer(coordinator)
                                    .body(Map.of("outcome", "COMPLETED"))
                                    .post(request + "/close")
                                    .statusCode(),
                    () -> ApiKeys.bearer(coordinator)
                            .post(request + "/details-text")
                            .statusCode(),
                    () -> ApiKeys.bearer(token)
                            .body(Map.of("body", "I am here"))
                            .post(assignment + "/messages")
                            .statusCode(),
                    () -> ApiKeys.bearer(token)
                            .body(Map.of("startsAt", at))
                            .post(assignment + "/calls")
                            .statusCode());
            nothingIsLeft();
            nothingMoreIsSentToThem(() -> programme.pass(Duration.ofHours(30)));
            nothingIsLeft();
        }
    }

    @Test
    void erasure_and_the_same_person_asking_again() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            JsonPath opened = talking();
            String number = number();
            if (i % 2 == 0) {
                ApiKeys.bearer(coordinator)
                        .body(Map.of("outcome", "COMPLETED"))
                        .post("/v1/requests/" + opened.getString("id") + "/close");
            }
            atOnce(
                    erasing("/v1/requesters/" + opened.getString("requester.id")),
                    () -> ApiKeys.bearer(intake)
                            .body(Samples.request("Sam Okafor", number))
                            .post("/v1/requests")
                            .statusCode(),
                    () -> text(number, FakeTwilioResource.SERVICE_NUMBER, "Hello again"));
            nothingIsLeft();
        }
    }

    @Test
    void erasure_of_a_peer_and_requests_that_look_for_one() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            nextRound();
            String number = number();
            String other = "+4474008000%02d".formatted(i);
            String leaving = programme
                    .peer(Samples.peer(
                            "Dr Robin " + i, "Robin Ashworth" + i, "+4474007000%02d".formatted(i), "710000" + i))
                    .toString();
            atOnce(
                    erasing("/v1/peers/" + leaving),
                    () -> ApiKeys.bearer(intake)
                            .body(Samples.request("Sam Okafor", number))
                            .post("/v1/requests")
                            .statusCode(),
                    () -> ApiKeys.bearer(intake)
                            .body(Samples.request("Alex Park", other))
                            .post("/v1/requests")
                            .statusCode(),
                    () -> ApiKeys.bearer(coordinator)
                            .body("{}")
                            .post("/v1/peers/" + leaving + "/pause")
                            .statusCode());
            nothingIsLeft();
        }
        assertTrue(amara.length() > 0);
    }

    @Test
    void two_erasures_of_one_person_leave_one_receipt() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            String person = "/v1/requesters/" + talking().getString("requester.id");
            atOnce(erasing(person), erasing(person), erasing(person));
            nothingIsLeft();
            assertEquals(1, count("select count(*) from erasure"));
        }
    }
}
