package org.peerline.conversation.reply;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;

/** Limits what we answer to one handset by ourselves, so that two robots never talk to each other. */
@ApplicationScoped
public class LoopGuard {
    private static final int MOST_IN_AN_HOUR = 5;
    private static final int MOST_NEWS_IN_AN_HOUR = 20;

    /** Limits of their own, which no word resets: the daily safety text, and news between two robots. */
    private static final String STRANGER = "STRANGER";

    private static final String NEWS = "UNDELIVERED";
    private static final String GUIDE = "GUIDE";

    /** Said once a day; more of it would be what it speaks against. */
    static final String TOO_MANY_ANSWERS = "TOO_MANY_ANSWERS";

    static final String ABROAD = "ABROAD";

    /** Said once a day to whoever cannot begin by text. */
    public static final String TOO_OFTEN = "TOO_OFTEN";

    private static final String COUNT_AND_KEEP = """
            insert into automatic_answer (number_key, at, kind)
            select :key, :now, :kind
            where (select count(*) from automatic_answer where number_key = :key and at > :since
                   and (:anyKind or kind = :kind)) < :most
            """;

    private final Jdbi jdbi;
    private final TimeSource time;

    LoopGuard(Jdbi jdbi, TimeSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** Whether one more automatic answer may go to this handset; if so, it is counted. */
    public boolean mayAnswer(String numberKey, String kind) {
        return mayAnswer(numberKey, kind, Duration.ofHours(1), MOST_IN_AN_HOUR, true);
    }

    /** What somebody must be told whenever it happens, unless it happens as often as only between robots. */
    public boolean mayTell(String numberKey, String kind) {
        return mayAnswer(numberKey, kind, Duration.ofHours(1), MOST_NEWS_IN_AN_HOUR, false);
    }

    /** A stranger gets the fixed safety text at most once a day. */
    public boolean mayAnswerStranger(String numberKey, String kind) {
        return mayAnswer(numberKey, kind, Duration.ofDays(1), 1, false);
    }

    /** A person wrote something that we understood: no robot is at work here, and the count begins anew. */
    public void understood(String numberKey) {
        jdbi.useHandle(handle -> handle.execute(
                "delete from automatic_answer where number_key = ? and kind <> all (?)",
                numberKey,
                new String[] {STRANGER, NEWS, GUIDE, TOO_MANY_ANSWERS, TOO_OFTEN, ABROAD}));
    }

    /** A person has written something that we understood: what we said before it does not count any more. */
    public void understood(String numberKey, String kind) {
        jdbi.useHandle(handle ->
                handle.execute("delete from automatic_answer where number_key = ? and kind = ?", numberKey, kind));
    }

    private boolean mayAnswer(String numberKey, String kind, Duration window, int most, boolean anyKind) {
        var now = time.now();
        return jdbi.withHandle(handle -> handle.createUpdate(COUNT_AND_KEEP)
                        .bind("key", numberKey)
                        .bind("now", now)
                        .bind("kind", kind)
                        .bind("since", now.minus(window))
                        .bind("anyKind", anyKind)
                        .bind("most", most)
                        .execute())
                == 1;
    }
}
