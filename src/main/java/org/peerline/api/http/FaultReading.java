package org.peerline.api.http;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.peerline.api.problem.ApiException;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.TryLater;
import org.peerline.core.Refusal;

/** Tells an overtaken change, a clash and an unreachable database from a fault of our own. */
final class FaultReading {
    private static final Refusal OVERTAKEN = new Refusal(
            "changed_meanwhile", "Somebody else changed it at the same moment. Read it again and try once more.");
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(5);
    private static final Duration CLASH_PAUSE = Duration.ofSeconds(1);
    private static final Set<String> CLASHES = Set.of("40001", "40P01");
    private static final int DEEPEST = 20;

    private FaultReading() {}

    static Optional<ApiException> of(Throwable fault) {
        boolean clashed = chain(fault).anyMatch(FaultReading::isClash);
        return chain(fault)
                .map(at -> known(at, clashed))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Throwable> chain(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    private static Optional<ApiException> known(Throwable at, boolean clashed) {
        if (at instanceof ApiException refused) {
            return Optional.of(refused);
        }
        if (clashed) {
            return Optional.of(TryLater.unavailable(CLASH_PAUSE));
        }
        if (at instanceof OptimisticLockException || at instanceof StaleStateException) {
            return Optional.of(new Conflict(OVERTAKEN));
        }
        if (at instanceof SQLException sql && unreachable(sql)) {
            return Optional.of(TryLater.unavailable(DATABASE_PAUSE));
        }
        return Optional.empty();
    }

    /**
     * The database ended one of two transactions that stood in each other's way; alone it would have gone through.
     * Whoever wraps it may call it a lock that was overtaken, so it is looked for in the whole chain first.
     */
    private static boolean isClash(Throwable at) {
        return at instanceof SQLException sql && sql.getSQLState() != null && CLASHES.contains(sql.getSQLState());
    }

    /** Class 08 is a lost connection, 53 too many, 57P a server going down; the pool's own time-out has no state. */
    private static boolean unreachable(SQLException sql) {
        String state = sql.getSQLState();
        if (state == null) {
            return String.valueOf(sql.getMessage()).contains("timeout");
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }
}
