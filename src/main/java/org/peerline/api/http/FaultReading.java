package org.peerline.api.http;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.StaleStateException;
import org.peerline.api.problem.ApiException;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.TryLater;
import org.peerline.core.Refusal;

/** Tells an overtaken change and an unreachable database from a fault of our own. */
final class FaultReading {
    private static final Refusal OVERTAKEN = new Refusal(
            "changed_meanwhile", "Somebody else changed it at the same moment. Read it again and try once more.");
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(5);

    private FaultReading() {}

    static Optional<ApiException> of(Throwable fault) {
        int depth = 0;
        for (Throwable at = fault; at != null && depth < 20; at = at.getCause(), depth++) {
            if (at instanceof ApiException refused) {
                return Optional.of(refused);
            }
            if (at instanceof OptimisticLockException || at instanceof StaleStateException) {
                return Optional.of(new Conflict(OVERTAKEN));
            }
            if (at instanceof SQLException sql && unreachable(sql)) {
                return Optional.of(TryLater.unavailable(DATABASE_PAUSE));
            }
        }
        return Optional.empty();
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
