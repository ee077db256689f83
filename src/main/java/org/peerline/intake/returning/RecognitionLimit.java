package org.peerline.intake.returning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;

/** Lets nobody find out who has been here by asking for one name after the other. */
@ApplicationScoped
public class RecognitionLimit {
    private final Jdbi jdbi;
    private final RecognitionConfig config;
    private final TimeSource time;

    RecognitionLimit(Jdbi jdbi, RecognitionConfig config, TimeSource time) {
        this.jdbi = jdbi;
        this.config = config;
        this.time = time;
    }

    /** Empty when one more question may be asked, which is counted; otherwise how long to wait. */
    public Optional<Duration> tooOften(String actor) {
        Instant now = time.now();
        Instant since = now.minus(config.recogniseWithin());
        return jdbi.withHandle(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 3))", "recognise " + actor);
            handle.execute("delete from recognition_asked where actor = ? and at <= ?", actor, since);
            // The question before which so many were asked has to grow old first.
            Optional<Instant> blocking = handle.select(
                            "select at from recognition_asked where actor = ? order by at desc offset ? limit 1",
                            actor,
                            config.recognise() - 1)
                    .mapTo(Instant.class)
                    .findFirst();
            if (blocking.isEmpty()) {
                handle.execute("insert into recognition_asked (actor, at) values (?, ?)", actor, now);
            }
            return blocking.map(at -> Duration.between(since, at));
        });
    }
}
