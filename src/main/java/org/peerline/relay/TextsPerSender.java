package org.peerline.relay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.Conversation;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.limits.LimitConfig;

/**
 * How many texts one side of a conversation has passed on in a day. The database counts, so all copies of the service
 * count the same; but it is asked only once this copy alone has seen more than an ordinary day of them, so that ordinary
 * conversations pay nothing.
 */
@ApplicationScoped
class TextsPerSender {
    private static final Duration DAY = Duration.ofDays(1);
    /** So many copies could pass on this many unasked and still be below the limit. */
    private static final int COPIES = 8;

    private final Jdbi jdbi;
    private final TimeSource time;
    private final int most;
    private final Cache<Side, AtomicInteger> seen =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(DAY).build();

    TextsPerSender(Jdbi jdbi, TimeSource time, LimitConfig config) {
        this.jdbi = jdbi;
        this.time = time;
        this.most = config.textsPerSender();
    }

    private record Side(UUID assignment, Party party) {}

    boolean exhausted(Conversation conversation, Party author) {
        if (most == 0) {
            return false;
        }
        var side = new Side(conversation.assignment().id(), author);
        int here = seen.get(side, first -> new AtomicInteger()).incrementAndGet();
        return here > most / COPIES && passedOnToday(side) >= most;
    }

    private int passedOnToday(Side side) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from (select 1 from message"
                        + " where assignment_id = :assignment and author = :author and created_at > :since"
                        + " limit :most) counted")
                .bind("assignment", side.assignment())
                .bind("author", side.party().name())
                .bind("since", time.now().minus(DAY))
                .bind("most", most)
                .mapTo(Integer.class)
                .one());
    }
}
