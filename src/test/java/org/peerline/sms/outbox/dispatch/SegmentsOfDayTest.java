package org.peerline.sms.outbox.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.core.TimeSource;
import org.peerline.sms.SmsUndeliverable;
import org.peerline.sms.outbox.dispatch.claim.OutboxClaims;
import org.peerline.sms.outbox.tray.DispatchSignal;
import org.peerline.sms.outbox.tray.Neighbours;
import org.peerline.tasks.Task;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.TaskStatus;
import org.peerline.tasks.Tasks;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

@PeerlineTest
class SegmentsOfDayTest extends RestWorld {
    @Inject
    Jdbi jdbi;

    @Inject
    Tasks tasks;

    @Inject
    TimeSource time;

    @Inject
    OutboxClaims claims;

    @Inject
    OutboxResults results;

    @Inject
    HandOver handOver;

    @Inject
    SendingFloor floor;

    @Inject
    DispatchSignal signal;

    @Inject
    Event<SmsUndeliverable> undeliverable;

    @Inject
    Neighbours neighbours;

    private SegmentsOfDay copy() {
        return copyWith(100);
    }

    private SegmentsOfDay copyWith(long limit) {
        return new SegmentsOfDay(jdbi, tasks, time, ZoneId.of("Europe/London"), limit, 80);
    }

    private List<TaskKind> open() {
        return tasks.list(TaskStatus.OPEN, Optional.empty(), Optional.empty(), Optional.empty(), 10).stream()
                .map(Task::kind)
                .toList();
    }

    @Test
    void day_has_so_many_segments_and_no_more() {
        SegmentsOfDay day = copy();

        day.used(20, 64);
        assertEquals(9, day.allowed(64), "near the end a round is small, because a text may have several segments");
        day.used(5, 34);
        assertEquals(1, day.allowed(64));
        day.used(1, 2);
        assertEquals(0, day.allowed(64));
    }

    @Test
    void copies_of_the_service_share_the_day() {
        copy().used(10, 70);

        assertEquals(7, copy().allowed(64));
    }

    @Test
    void coordinators_are_told_before_the_end_and_at_the_end() {
        SegmentsOfDay day = copy();
        day.used(10, 79);
        assertEquals(List.of(), open());

        day.used(1, 1);
        assertEquals(List.of(TaskKind.TEXTS_OF_THE_DAY_RUN_LOW), open());

        day.used(2, 20);
        assertEquals(List.of(TaskKind.TEXTS_OF_THE_DAY_RUN_LOW, TaskKind.TEXTS_OF_THE_DAY_USED_UP), open());
    }

    @Test
    void next_day_begins_anew_and_the_alarm_is_over() {
        SegmentsOfDay day = copy();
        day.used(50, 100);
        assertEquals(0, day.allowed(64));

        programme.timeIs(programme.now().plus(Duration.ofHours(15)));

        assertEquals(25, day.allowed(64));
        assertEquals(List.of(), open());
    }

    @ParameterizedTest
    @CsvSource({"1000, ''", "130, ''", "110, TEXTS_OF_THE_DAY_RUN_LOW", "0, ''"})
    void alarm_is_over_as_far_as_a_higher_limit_makes_it_so_after_a_restart(long limit, String left) {
        SegmentsOfDay before = copy();
        before.used(50, 85);
        before.used(10, 15);
        assertEquals(2, open().size());

        copyWith(limit).allowed(1);

        assertEquals(left, open().stream().map(TaskKind::name).collect(Collectors.joining()));
    }

    @Test
    void alarm_that_could_not_be_raised_is_raised_with_the_next_look_and_no_text_is_held_up_by_it() {
        SegmentsOfDay day = copy();
        jdbi.useHandle(handle -> handle.execute("alter table coordinator_task rename to coordinator_task_away"));
        day.used(40, 85);
        assertEquals(3, day.allowed(64));
        mend();
        assertEquals(List.of(), open());

        programme.timeIs(programme.now().plusSeconds(2));
        day.allowed(64);

        assertEquals(List.of(TaskKind.TEXTS_OF_THE_DAY_RUN_LOW), open());
    }

    @AfterEach
    void mend() {
        jdbi.useHandle(
                handle -> handle.execute("alter table if exists coordinator_task_away rename to coordinator_task"));
    }

    @Test
    void what_somebody_in_danger_is_told_goes_out_though_the_day_is_used_up_and_earlier_texts_wait() {
        programme.peer(Samples.amara());
        opens(Samples.sam());
        sam().receives("Amara");
        var dispatcher =
                new OutboxDispatcher(claims, results, copy(), handOver, floor, signal, undeliverable, neighbours);
        copy().used(100, 100);
        long before = twilio.posts().size();
        String relay = sam().received().get(0).from();
        for (String words : List.of("Hello", "HELP", "I want to kill myself")) {
            new SignedWebhook().text(Samples.SAMS_NUMBER, relay, words);
        }

        dispatcher.dispatchDue();

        List<String> sent =
                twilio.posts().stream().skip(before).map(PostedMessage::body).toList();
        assertEquals(1, sent.size(), sent.toString());
        assertTrue(sent.get(0).contains("call 999"), sent.get(0));
    }
}
