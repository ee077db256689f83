package org.peerline.sms.outbox.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.limits.LimitConfig;
import org.peerline.sms.outbox.dispatch.claim.Claimed;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/**
 * How many segments a day may cost. Asked and told once for a whole round of sending, and the sum of the day is read
 * again once a second at most, so copies of the service may send a little more than was left; near the end a round is
 * small. Texts that are over wait in the out-tray: none is dropped, and what somebody in danger is told does not wait.
 */
@ApplicationScoped
class SegmentsOfDay {
    private static final Logger LOG = Logger.getLogger(SegmentsOfDay.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int SLOTS = 16;
    private static final int HUNDRED = 100;

    /** What is left is counted on as if each text had so many, which most have not. */
    private static final int SEGMENTS_OF_A_TEXT = 4;

    private final Jdbi jdbi;
    private final Tasks tasks;
    private final TimeSource time;
    private final ZoneId zone;
    private final long most;
    private final long alarm;
    private volatile Raised raised;
    private volatile Count known = new Count(LocalDate.MIN, 0, Instant.EPOCH);

    @Inject
    SegmentsOfDay(
            Jdbi jdbi,
            Tasks tasks,
            TimeSource time,
            LimitConfig config,
            @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this(jdbi, tasks, time, zone, config.segmentsPerDay(), config.alarm());
    }

    SegmentsOfDay(Jdbi jdbi, Tasks tasks, TimeSource time, ZoneId zone, long most, int alarmPerCent) {
        this.jdbi = jdbi;
        this.tasks = tasks;
        this.time = time;
        this.zone = zone;
        this.most = most;
        this.alarm = most * alarmPerCent / HUNDRED;
    }

    private record Count(LocalDate day, long sent, Instant readAt) {}

    private record Raised(TaskKind kind, LocalDate day) {}

    /** How many of {@code wanted} texts may be claimed now. */
    int allowed(int wanted) {
        if (most == 0) {
            return wanted;
        }
        Instant now = time.now();
        LocalDate today = now.atZone(zone).toLocalDate();
        Count count = known;
        if (!count.day.equals(today)
                || Duration.between(count.readAt, now).abs().compareTo(FRESH) > 0) {
            count = new Count(today, sentOn(today), now);
            known = count;
            tell(count);
        }
        long left = most - count.sent;
        return left <= 0 ? 0 : (int) Math.min(wanted, Math.max(1, left / SEGMENTS_OF_A_TEXT));
    }

    boolean areCounted() {
        return most != 0;
    }

    /** These have been claimed. */
    void used(List<Claimed> texts) {
        if (most != 0 && !texts.isEmpty()) {
            used(texts.size(), texts.stream().mapToInt(Claimed::segments).sum());
        }
    }

    void used(int texts, int segments) {
        LocalDate today = time.now().atZone(zone).toLocalDate();
        jdbi.useHandle(handle -> handle.execute(
                "insert into texts_of_day as kept (day, slot, sent, segments) values (?, ?, ?, ?) on conflict (day, slot)"
                        + " do update set sent = kept.sent + excluded.sent, segments = kept.segments + excluded.segments",
                today,
                (short) ThreadLocalRandom.current().nextInt(SLOTS),
                texts,
                segments));
        Count before = known;
        Count now = new Count(today, before.day.equals(today) ? before.sent + segments : segments, before.readAt);
        known = now;
        tell(now);
    }

    private long sentOn(LocalDate day) {
        return jdbi.withHandle(
                handle -> handle.select("select coalesce(sum(segments), 0) from texts_of_day where day = ?", day)
                        .mapTo(Long.class)
                        .one());
    }

    /** The alarm comes before the end does. A new day settles both by itself. */
    private void tell(Count count) {
        if (count.sent >= most) {
            raise(TaskKind.TEXTS_OF_THE_DAY_USED_UP, count);
        } else if (count.sent >= alarm) {
            raise(TaskKind.TEXTS_OF_THE_DAY_RUN_LOW, count);
        } else if (raised != null && !raised.day.equals(count.day)) {
            raised = null;
            QuarkusTransaction.requiringNew().run(() -> {
                tasks.settle(TaskKind.TEXTS_OF_THE_DAY_USED_UP, Subject.SERVICE);
                tasks.settle(TaskKind.TEXTS_OF_THE_DAY_RUN_LOW, Subject.SERVICE);
            });
        }
    }

    /** Once a day and kind in each copy; the task itself is one for all. */
    private void raise(TaskKind kind, Count count) {
        var now = new Raised(kind, count.day);
        if (!now.equals(raised)) {
            raised = now;
            LOG.errorf("%s: %d of %d segments", kind, count.sent, most);
            QuarkusTransaction.requiringNew().run(() -> tasks.raise(kind, Subject.SERVICE, Optional.empty()));
        }
    }
}
