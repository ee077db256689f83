package org.peerline.sms.outbox.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.core.TimeSource;
import org.peerline.tasks.Task;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.TaskStatus;
import org.peerline.tasks.Tasks;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;

@PeerlineTest
class TextsOfDayTest extends RestWorld {
    @Inject
    Jdbi jdbi;

    @Inject
    Tasks tasks;

    @Inject
    TimeSource time;

    private TextsOfDay copy() {
        return new TextsOfDay(jdbi, tasks, time, ZoneId.of("Europe/London"), 100, 80);
    }

    private List<TaskKind> open() {
        return tasks.list(TaskStatus.OPEN, Optional.empty(), Optional.empty(), Optional.empty(), 10).stream()
                .map(Task::kind)
                .toList();
    }

    @Test
    void day_has_so_many_texts_and_no_more() {
        TextsOfDay day = copy();

        assertEquals(64, day.allowed(64));
        day.used(64);
        assertEquals(36, day.allowed(64));
        day.used(36);
        assertEquals(0, day.allowed(64));
    }

    @Test
    void copies_of_the_service_share_the_day() {
        copy().used(70);

        assertEquals(30, copy().allowed(64));
    }

    @Test
    void coordinators_are_told_before_the_end_and_at_the_end() {
        TextsOfDay day = copy();
        day.used(79);
        assertEquals(List.of(), open());

        day.used(1);
        assertEquals(List.of(TaskKind.TEXTS_OF_THE_DAY_RUN_LOW), open());

        day.used(20);
        assertEquals(List.of(TaskKind.TEXTS_OF_THE_DAY_RUN_LOW, TaskKind.TEXTS_OF_THE_DAY_USED_UP), open());
    }

    @Test
    void next_day_begins_anew_and_the_alarm_is_over() {
        TextsOfDay day = copy();
        day.used(100);
        assertEquals(0, day.allowed(64));

        programme.timeIs(programme.now().plus(Duration.ofHours(15)));

        assertEquals(64, day.allowed(64));
        assertEquals(List.of(), open());
    }
}
