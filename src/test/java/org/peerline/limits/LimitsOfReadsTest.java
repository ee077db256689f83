package org.peerline.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.peerline.limits.TooMany.toldToWait;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** One thing after the other by its id is a list too; the same thing again is not. */
@PeerlineTest
class LimitsOfReadsTest extends RestWorld {
    private static final String NOBODY = "0199a0b1-7c00-7000-8000-00000000dead";

    @Inject
    Jdbi database;

    @Inject
    LimitConfig config;

    private String key;
    private String caller;
    private Instant half;

    @BeforeEach
    void coordinator() {
        keyOf(Role.COORDINATOR);
    }

    private void keyOf(Role role) {
        key = ApiKeys.with(role);
        caller = "api_key:"
                + database.withHandle(handle -> handle.select("select id from api_key order by id desc limit 1")
                        .mapTo(String.class)
                        .one());
    }

    private void usedUp() {
        wholeAt(programme.now().plus(Duration.ofMinutes(61)));
    }

    /** Nothing of it fills up before the end of the test, so that uses can be counted. */
    private void halfUsed() {
        half = programme.now().plus(Duration.ofMinutes(30));
        wholeAt(half);
    }

    private void wholeAt(Instant moment) {
        database.useHandle(handle -> handle.execute(
                "insert into rate_limit (name, key, whole_at) values ('READS_PER_KEY', ?, ?)"
                        + " on conflict (name, key) do update set whole_at = excluded.whole_at",
                caller,
                moment));
    }

    private long usesSinceHalf() {
        Instant whole = database.withHandle(handle -> handle.select(
                        "select whole_at from rate_limit where name = 'READS_PER_KEY' and key = ?", caller)
                .mapTo(Instant.class)
                .one());
        Duration step = Duration.ofHours(1).dividedBy(config.readsPerKey());
        return Duration.between(half, whole).dividedBy(step);
    }

    private RequestSpecification key() {
        return ApiKeys.bearer(key);
    }

    @ParameterizedTest
    @CsvSource({
        "COORDINATOR, /v1/requests/",
        "INTAKE, /v1/requests/",
        "COORDINATOR, /v1/peers/",
        "COORDINATOR, /v1/calls/",
        "INTAKE, /v1/calls/",
        "ADMIN, /v1/api-keys/",
    })
    void who_has_read_too_many_is_told_to_wait(Role role, String path) {
        keyOf(role);
        usedUp();
        var before = rows();

        toldToWait(key().get(path + NOBODY).then());

        assertEquals(before, rows());
    }

    @Test
    void peer_who_has_read_too_many_is_told_to_wait() {
        programme.peer(Samples.amara());
        String assignment = opens(Samples.sam()).getString("assignment.id");
        String token = tokenOf(Samples.AMARAS_NUMBER);
        caller = "session:"
                + database.withHandle(handle -> handle.select("select id from session order by id desc limit 1")
                        .mapTo(String.class)
                        .one());
        usedUp();

        toldToWait(ApiKeys.bearer(token).get("/v1/assignments/" + assignment).then());
    }

    @ParameterizedTest
    @CsvSource({"pause, '{\"until\":\"2026-12-24T12:00:00Z\"}'", "resume, ''"})
    void steps_that_answer_with_the_whole_entry_are_reads(String step, String body) {
        usedUp();

        toldToWait(key().body(body).post("/v1/peers/" + NOBODY + "/" + step).then());
        toldToWait(key().header("If-Match", "\"1\"")
                .body(Map.of("capacity", 1))
                .patch("/v1/peers/" + NOBODY)
                .then());
    }

    @Test
    void what_is_read_again_and_again_is_counted_once_an_hour() {
        programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");
        halfUsed();

        for (int i = 0; i < 20; i++) {
            key().get("/v1/requests/" + id).then().statusCode(200);
        }
        assertEquals(1, usesSinceHalf());

        programme.timeIs(programme.now().plus(Duration.ofMinutes(61)));
        usedUp();
        toldToWait(key().get("/v1/requests/" + id).then());
    }

    @Test
    void what_has_been_shown_can_be_read_when_nothing_else_can() {
        programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");
        key().get("/v1/requests/" + id).then().statusCode(200);
        usedUp();

        toldToWait(key().get("/v1/requests/" + NOBODY).then());
        key().get("/v1/requests/" + id).then().statusCode(200);
    }

    @Test
    void whoever_guesses_is_counted_each_time() {
        halfUsed();

        for (int i = 0; i < 3; i++) {
            key().get("/v1/requests/PS-7K3QXM").then().statusCode(404);
        }

        assertEquals(3, usesSinceHalf());
    }

    @Test
    void what_one_was_shown_another_is_counted_for() {
        programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");
        ApiKeys.as(Role.COORDINATOR).get("/v1/requests/" + id).then().statusCode(200);
        usedUp();

        toldToWait(key().get("/v1/requests/" + id).then());
    }

    @Test
    void pages_of_one_person_or_thing_are_counted_too_and_a_page_left_open_is_not() {
        var peer = programme.peer(Samples.amara());
        String reference = opens(Samples.sam()).getString("reference");
        ConsoleSession browser = ConsoleSession.with(key);
        halfUsed();

        browser.page().get("/console/requests/" + reference).then().statusCode(200);
        for (int i = 0; i < 5; i++) {
            browser.live()
                    .get("/console/requests/" + reference + "/timeline")
                    .then()
                    .statusCode(200);
        }

        assertEquals(1, usesSinceHalf());
        usedUp();
        browser.page().get("/console/roster/" + peer).then().statusCode(429);
        browser.page().get("/console/roster/" + peer + "/change").then().statusCode(429);
        browser.page().get("/console/requests/PS-7K3QXM").then().statusCode(429);
    }
}
