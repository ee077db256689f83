package org.peerline.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.Samples;

/** A text that reached us, or only the provider, takes effect once, in its turn, or is shown to a person. */
@PeerlineTest
class InboundTextsAreNeverLostTest extends InboundJourney {
    @Inject
    AgroalDataSource dataSource;

    @Inject
    MeterRegistry meters;

    @Test
    void text_that_came_while_an_earlier_one_waits_is_relayed_after_it() {
        breakRelaying();
        text("first");
        mendRelaying();
        text("second");
        text("third");
        programme.settle();

        programme.pass(Duration.ofSeconds(10));

        amara().receives("first");
        amara().receives("second");
        amara().receives("third");
    }

    @Test
    void stop_waits_for_nobody() {
        breakRelaying();
        text("first");
        mendRelaying();

        text("STOP");
        programme.settle();

        amara().receives("cannot be texted");
        programme.pass(Duration.ofSeconds(10));
        amara().receives("first");
    }

    @Test
    void one_text_that_cannot_be_processed_silences_nobody_for_longer_than_two_minutes() {
        poison();
        text("second");
        programme.pass(Duration.ofMinutes(1));
        amara().receivesNothingMore();

        programme.pass(Duration.ofMinutes(2));

        amara().receives("second");
        text("third");
        programme.settle();
        amara().receives("third");
    }

    @Test
    void row_that_somebody_else_holds_keeps_one_text_waiting_and_nobody_else() throws Exception {
        programme.peer(Samples.peer("Dr Bo B", "Bo Berg", "+447400300002", "7000002"));
        var others = new ArrayList<Phone>();
        for (int n = 0; n < 4; n++) {
            var other = phone("+4474002000%02d".formatted(50 + n));
            opens(Samples.request(
                    List.of("Alex Park", "Kit Moss", "Jo Reed", "Max Hill").get(n), other.number()));
            other.receives("This is the number to text");
            others.add(other);
        }
        try (var elsewhere = dataSource.getConnection();
                var statement = elsewhere.createStatement()) {
            elsewhere.setAutoCommit(false);
            statement.execute(
                    "select 1 from assignment where id = (select min(id::text)::uuid from assignment) for update");
            // Whoever would wait for the lock must not wait for ever: this test is to fail, not to hang.
            var atLast = CompletableFuture.runAsync(
                    () -> rollback(elsewhere), CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS));
            var held = CompletableFuture.runAsync(() -> text("held up"));
            long began = System.nanoTime();
            for (Phone other : others) {
                assertEquals(
                        200,
                        webhook.text(other.number(), other.received().get(0).from(), "STATUS")
                                .statusCode());
            }
            held.join();
            assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(14), "the provider gives up after fifteen");
            atLast.cancel(true);
            elsewhere.rollback();
            elsewhere.setAutoCommit(true);
        }
        assertEquals(1, kept());

        programme.pass(Duration.ofSeconds(10));

        amara().receives("held up");
        others.forEach(other -> other.receives("You have not texted"));
    }

    @Test
    void text_that_cannot_be_processed_is_shown_to_coordinators_who_may_try_it_again() {
        poison();

        programme.pass(Duration.ofHours(3));

        String id = inbound("?status=FAILED")
                .body("items.size()", is(1))
                .body("items[0].attempts", is(12))
                .body("items[0].late", is(false))
                .extract()
                .path("items[0].id");
        task("TEXT_NOT_UNDERSTOOD").body("items.subjectId", equalTo(List.of(id)));
        mendPoison();
        coordinator()
                .post("/v1/inbound-texts/" + id + "/retry")
                .then()
                .statusCode(200)
                .body("status", is("WAITING"));
        programme.settle();

        amara().receives("poisonous");
        inbound("").body("items.size()", is(0));
        task("TEXT_NOT_UNDERSTOOD").body("items.size()", is(0));
        coordinator().post("/v1/inbound-texts/" + id + "/retry").then().statusCode(404);
    }

    @Test
    void text_that_was_given_up_counts_as_seen_when_its_task_is_done_and_can_still_be_tried() {
        poison();
        programme.pass(Duration.ofHours(3));
        assertEquals(1, givenUp());
        String task = task("TEXT_NOT_UNDERSTOOD").extract().path("items[0].id");

        coordinator().post("/v1/tasks/" + task + "/done").then().statusCode(200);

        assertEquals(0, givenUp());
        String id =
                inbound("?status=FAILED").body("items.size()", is(1)).extract().path("items[0].id");
        coordinator().post("/v1/inbound-texts/" + id + "/retry").then().statusCode(200);
        programme.pass(Duration.ofHours(3));
        assertEquals(1, givenUp());
        task("TEXT_NOT_UNDERSTOOD").body("items.size()", is(1));
    }

    private double givenUp() {
        return meters.get("peerline.inbound.given.up").gauge().value();
    }

    /** A text that can never take effect, while others can: its own row is refused. */
    private void poison() {
        breakRelaying();
        text("poisonous");
        mendRelaying();
        String id = jdbi.withHandle(
                handle -> handle.select("select pending_id::text from inbound_text where pending is not null")
                        .mapTo(String.class)
                        .one());
        jdbi.useHandle(handle -> {
            handle.execute("create or replace function refuse() returns trigger language plpgsql as"
                    + " 'begin raise exception ''refused''; end'");
            handle.execute("create trigger poison before update on inbound_text for each row"
                    + " when (old.pending is not null and new.pending is null and old.pending_id = '" + id
                    + "'::uuid) execute function refuse()");
        });
    }

    @AfterEach
    void mendPoison() {
        jdbi.useHandle(handle -> handle.execute("drop trigger if exists poison on inbound_text"));
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException closedAlready) {
            throw new IllegalStateException(closedAlready);
        }
    }

    private ValidatableResponse inbound(String query) {
        return coordinator().get("/v1/inbound-texts" + query).then().statusCode(200);
    }

    private ValidatableResponse task(String kind) {
        return coordinator().get("/v1/tasks?kind=" + kind).then().statusCode(200);
    }

    private static RequestSpecification coordinator() {
        return ApiKeys.as(Role.COORDINATOR);
    }
}
