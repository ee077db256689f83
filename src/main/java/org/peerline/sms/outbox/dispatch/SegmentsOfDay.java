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
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.BareFault;
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

    private static final Count NOTHING = new Count(LocalDate.MIN, 0, Instant.EPOCH);

    private final Jdbi jdbi;
    private final Tasks tasks;
    private final TimeSource time;
    private final ZoneId zone;
    private final long most;
    private final long alarm;
    private final AtomicBoolean telling = new AtomicBoolean();

    /** Null until this copy has told anything. */
    private volatile Told told;

    private volatile Count known = NOTHING;

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

    private enum Alarm {
        NONE,
        RUN_LOW,
        USED_UP
    }

    private record Told(Alarm alarm, LocalDate day) {}

    /** How many of {@code wanted} texts may be claimed now. */
    int allowed(int wanted) {
        if (most == 0) {
            tell(NOTHING);
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

    /**
     * The alarm comes before the end does. Once a day each copy says what is so, and whenever that changes: the alarm of a
     * day before, or from before a higher limit and a restart, is over. The task itself is one for all.
     */
    private void tell(Count count) {
        var now = new Told(alarmAt(count.sent), count.day);
        if (now.equals(told) || !telling.compareAndSet(false, true)) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> tell(now.alarm));
            told = now;
            if (now.alarm != Alarm.NONE) {
                LOG.errorf("TEXTS_OF_THE_DAY_%s: %d of %d segments", now.alarm, count.sent, most);
            }
        } catch (RuntimeException databaseAway) {
            LOG.errorf(new BareFault(databaseAway), "What is left of the day could not be told; it is tried again");
        } finally {
            telling.set(false);
        }
    }

    private Alarm alarmAt(long sent) {
        if (most == 0 || sent < alarm) {
            return Alarm.NONE;
        }
        return sent < most ? Alarm.RUN_LOW : Alarm.USED_UP;
    }

    private void tell(Alarm now) {
        switch (now) {
            case USED_UP -> tasks.raise(TaskKind.TEXTS_OF_THE_DAY_USED_UP, Subject.SERVICE, Optional.empty());
            case RUN_LOW -> {
                tasks.settle(TaskKind.TEXTS_OF_THE_DAY_USED_UP, Subject.SERVICE);
                tasks.raise(TaskKind.TEXTS_OF_THE_DAY_RUN_LOW, Subject.SERVICE, Optional.empty());
            }
            case NONE -> {
                tasks.settle(TaskKind.TEXTS_OF_THE_DAY_USED_UP, Subject.SERVICE);
                tasks.settle(TaskKind.TEXTS_OF_THE_DAY_RUN_LOW, Subject.SERVICE);
            }
        }
    }
}
