package org.peerline.relay;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.Conversation;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.limits.LimitConfig;

/**
 * How many texts one side of a conversation has passed on in a day. The database counts, so all copies of the service
 * count the same. One statement by the index of the conversation, which stops at the limit; without a limit, none.
 */
@ApplicationScoped
class TextsPerSender {
    private static final Duration DAY = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final TimeSource time;
    private final int most;

    TextsPerSender(Jdbi jdbi, TimeSource time, LimitConfig config) {
        this.jdbi = jdbi;
        this.time = time;
        this.most = config.textsPerSender();
    }

    boolean exhausted(Conversation conversation, Party author) {
        return most != 0 && passedOnToday(conversation, author) >= most;
    }

    private int passedOnToday(Conversation conversation, Party author) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from (select 1 from message"
                        + " where assignment_id = :assignment and author = :author and created_at > :since"
                        + " limit :most) counted")
                .bind("assignment", conversation.assignmentId())
                .bind("author", author.name())
                .bind("since", time.now().minus(DAY))
                .bind("most", most)
                .mapTo(Integer.class)
                .one());
    }
}
