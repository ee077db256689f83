package org.peerline.archive.retention;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.access.Role;
import org.peerline.archive.Keepers;
import org.peerline.archive.LegalHolds;
import org.peerline.archive.erasure.ErasePerson;
import org.peerline.audit.Audit;
import org.peerline.core.Closing;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.privacy.keeping.RetentionPeriods;
import org.peerline.tasks.TaskKind;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

@PeerlineTest
class SweepRetentionTest extends ClosedRequestWorld {
    @Inject
    RetentionClock clock;

    @Inject
    Keepers keepers;

    @Inject
    Audit audit;

    @Inject
    LegalHolds holds;

    @Inject
    ErasePerson erasePerson;

    @Inject
    RetentionPeriods periods;

    @Inject
    RetentionReceipts receipts;

    @Inject
    TimeSource time;

    @Test
    void words_go_a_week_after_closing_and_the_providers_ids_are_hashes_from_the_beginning() {
        assertEquals(0, count("select count(*) from message where provider_id like 'SM%'"));
        assertEquals(0, after(6).counts().getOrDefault("words_of_texts", 0L));
        assertTrue(count("select count(*) from message where body is not null") > 0);

        RetentionReceipt receipt = after(1);

        assertTrue(receipt.counts().get("words_of_texts") > 0);
        assertEquals(0, count("select count(*) from message where body is not null or to_number is not null"));
        assertEquals(0, count("select count(*) from message where provider_id like 'SM%'"));
        assertTrue(count("select count(*) from message where provider_id like 'k:%'") > 0);
    }

    @Test
    void ids_that_a_version_before_kept_in_clear_are_hashed() {
        jdbi.useHandle(handle -> handle.execute("update message set provider_id = 'SM' || seq"));

        assertTrue(after(0).counts().get("provider_ids_of_message") > 0);

        assertEquals(0, count("select count(*) from message where provider_id like 'SM%'"));
    }

    @Test
    void words_of_an_open_request_stay_however_long_it_takes() {
        opens(Samples.request("Alex Park", "+447400200002"));

        after(400);

        assertTrue(count("select count(*) from message where body is not null") > 0);
        assertEquals(1, count("select count(*) from requester where name is not null and address is not null"));
    }

    @Test
    void address_and_birth_date_become_region_and_age_band_after_thirty_days() {
        after(31);

        assertEquals(0, count("select count(*) from requester where address is not null or date_of_birth is not null"));
        String copy = ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requesters/" + requester + "/export?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(copy.contains("Yorkshire and The Humber") && copy.contains("25 to 34"), copy);
        assertTrue(copy.contains("Sam Okafor"));
        assertFalse(copy.contains("LS1 1AA") || copy.contains("1994-05"), copy);
    }

    @Test
    void identity_goes_after_a_year_and_the_bare_record_stays() {
        after(366);

        assertEquals(0, count("select count(*) from requester where name is not null"));
        assertEquals(1, count("select count(*) from person_key where wrapped is null"));
        assertEquals(1, count("select count(*) from reduced_record where region = 'Yorkshire and The Humber'"));
        assertEquals(
                1, count("select count(*) from support_request where status = 'CLOSED' and outcome = 'COMPLETED'"));
        assertEquals(1, count("select count(*) from erasure where reason = 'RETENTION'"));
    }

    @Test
    void whoever_returns_within_the_year_is_known_still() {
        programme.timeIs(programme.now().plus(Duration.ofDays(300)));
        opens(Samples.sam());
        close(ApiKeys.as(Role.COORDINATOR).get("/v1/requests?status=ASSIGNED").path("items[0].id"));

        after(100);

        assertEquals(1, count("select count(*) from requester where name is not null"));
    }

    private static void close(String id) {
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "COMPLETED"))
                .post("/v1/requests/" + id + "/close")
                .then()
                .statusCode(200);
    }

    @Test
    void after_twenty_years_nothing_of_it_is_left() {
        after(366);
        after(20 * 366);

        for (String table : List.of(
                "message",
                "delivery_report",
                "relay_place",
                "assignment",
                "support_request",
                "requester",
                "reduced_record")) {
            assertEquals(0, count("select count(*) from " + table), table);
        }
    }

    @Test
    void somebody_who_cannot_be_forgotten_holds_up_nobody_and_leaves_a_true_receipt() {
        opens(Samples.request("Alex Park", "+447400200002"));
        close(ApiKeys.as(Role.COORDINATOR).get("/v1/requests?status=ASSIGNED").path("items[0].id"));
        programme.settle();
        // A value that was moved here cannot be opened.
        jdbi.useHandle(handle -> handle.execute("update requester set address = name where id = ?::uuid", requester));

        RetentionReceipt receipt = after(400);

        assertEquals(1, receipt.counts().get("people_forgotten"));
        assertTrue(receipt.counts().get("duties_failed") >= 1);
        assertEquals(1, count("select count(*) from requester where name is null"));
        assertEquals(1, count("select count(*) from erasure"));
    }

    @Test
    void second_sweep_finds_nothing_to_do() {
        after(400);

        assertEquals(Map.of(), sweep.run(false).counts());
    }

    @Test
    void several_sweeps_at_once_do_everything_once() throws InterruptedException, ExecutionException {
        programme.timeIs(programme.now().plus(Duration.ofDays(400)));
        var copies = Executors.newFixedThreadPool(4);
        try {
            Callable<RetentionReceipt> one = () -> sweep.run(false);
            long forgotten = 0;
            for (Future<RetentionReceipt> receipt : copies.invokeAll(List.of(one, one, one, one))) {
                var counts = receipt.get().counts();
                forgotten += counts.getOrDefault("people_forgotten", 0L);
                assertFalse(counts.containsKey("duties_failed"), counts.toString());
            }
            assertEquals(1, forgotten);
            assertEquals(1, count("select count(*) from erasure"));
        } finally {
            copies.shutdown();
        }
    }

    @Test
    void task_about_no_request_goes_after_a_year_though_nobody_did_it() {
        tasks.raise(TaskKind.STRANGERS_UNANSWERED, Subject.SERVICE, Optional.empty());

        after(366);

        assertEquals(0, count("select count(*) from coordinator_task"));
    }

    @Test
    void sweep_of_a_copy_that_stops_ends_between_two_steps_and_the_next_goes_on() {
        programme.timeIs(programme.now().plus(Duration.ofDays(400)));
        var expected = sweep.run(true).counts();
        var asked = new AtomicInteger();
        var soon = new Closing() {
            @Override
            public boolean hasBegun() {
                return asked.incrementAndGet() > 4;
            }
        };

        RetentionReceipt cutOff = copy(time, soon).run(false);

        assertNull(cutOff.finishedAt());
        assertTrue(cutOff.counts().size() < expected.size(), cutOff.counts().toString());
        var together = new TreeMap<>(cutOff.counts());
        sweep.run(false).counts().forEach((name, rows) -> together.merge(name, rows, Long::sum));
        assertEquals(expected, together);
    }

    private SweepRetention copy(TimeSource clock, Closing closing) {
        return new SweepRetention(
                keepers,
                holds,
                erasePerson,
                periods,
                receipts,
                jdbi,
                clock,
                closing,
                new MachineClock(jdbi, clock),
                audit);
    }

    /** The machine itself is wrong: the service's time is not ahead of it. */
    private TimeSource wrongBy(Duration ahead) {
        Duration simulated = time.ahead();
        return new TimeSource() {
            @Override
            public Instant now() {
                return time.now().plus(ahead);
            }

            @Override
            public Duration ahead() {
                return simulated;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3650D", "PT62M", "PT-62M", "P-3650D"})
    void copy_whose_clock_is_wrong_removes_nothing_and_leaves_the_sweep_to_others(Duration wrong) {
        nextSweep(programme.now());
        TimeSource clockOfCopy = wrongBy(wrong);
        SweepRetention sweepOfCopy = copy(clockOfCopy, new Closing());
        var copy = new RetentionClock(sweepOfCopy, jdbi, clockOfCopy, Duration.ofHours(6));

        assertEquals(0, copy.runDue());

        assertEquals("clock_not_trusted", sweepOfCopy.refusal().orElseThrow().code());
        assertThrows(IllegalStateException.class, () -> sweepOfCopy.run(false));
        assertEquals(0, count("select count(*) from retention_run"));
        assertTrue(count("select count(*) from message where body is not null") > 0);
        assertEquals(1, clock.runDue(), "a copy whose clock is right does it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT58M", "PT-58M"})
    void clock_that_is_a_little_wrong_sweeps(Duration wrong) {
        nextSweep(programme.now().minus(Duration.ofHours(1)));
        TimeSource clockOfCopy = wrongBy(wrong);

        assertEquals(
                1,
                new RetentionClock(copy(clockOfCopy, new Closing()), jdbi, clockOfCopy, Duration.ofHours(6)).runDue());

        assertEquals(0, clock.runDue(), "and what it planned is no reason for another one");
    }

    @Test
    void sweep_that_a_wrong_clock_has_planned_for_years_ahead_is_due() {
        nextSweep(programme.now().plus(Duration.ofDays(3650)));

        assertEquals(1, clock.runDue());

        assertEquals(0, clock.runDue());
        assertTrue(clock.nextDue().orElseThrow().isBefore(programme.now().plus(Duration.ofHours(7))));
    }

    private void nextSweep(Instant at) {
        jdbi.useHandle(handle -> handle.execute("insert into retention_clock (id, next_at) values (1, ?)", at));
    }

    @Test
    void only_the_copy_that_moves_the_clock_on_sweeps() {
        nextSweep(programme.now());

        assertEquals(1, clock.runDue());
        assertEquals(0, clock.runDue());
        Duration untilNext = Duration.between(programme.now(), clock.nextDue().orElseThrow());
        assertTrue(untilNext.compareTo(Duration.ofHours(5)) > 0 && untilNext.compareTo(Duration.ofHours(6)) <= 0);
        assertEquals(1, count("select count(*) from retention_run where finished_at is not null"));
    }

    @Test
    void administrator_asks_for_a_dry_run_and_an_auditor_reads_the_receipt() {
        ApiKeys.asAdmin()
                .body(Map.of("dryRun", true))
                .post("/v1/retention-runs")
                .then()
                .statusCode(201)
                .body("dryRun", equalTo(true));
        ApiKeys.as(Role.AUDITOR)
                .get("/v1/retention-runs")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        ApiKeys.asAdmin().body(Map.of()).post("/v1/retention-runs").then().statusCode(400);
    }
}
