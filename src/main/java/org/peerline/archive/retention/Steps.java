package org.peerline.archive.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The steps of a sweep, each whole or not at all; a step that fails leaves the others alone. */
sealed interface Steps {
    /** One batch; returns how many rows. */
    interface Work {
        int on(Handle handle);
    }

    /** Takes one step and counts it under this name. */
    int take(String name, Work work);

    /** Each step is a transaction, with its line on the receipt. */
    record ForGood(Jdbi jdbi, RetentionReceipts receipts, UUID receipt) implements Steps {
        @Override
        public int take(String name, Work work) {
            return QuarkusTransaction.requiringNew().call(() -> {
                int done = jdbi.withHandle(work::on);
                if (done > 0) {
                    receipts.add(receipt, name, done);
                }
                return done;
            });
        }
    }

    /** All steps are in the caller's transaction, which is rolled back in the end. */
    record TakenBack(Jdbi jdbi, SortedMap<String, Long> counts) implements Steps {
        TakenBack(Jdbi jdbi) {
            this(jdbi, new TreeMap<>());
        }

        @Override
        public int take(String name, Work work) {
            jdbi.useHandle(handle -> handle.execute("savepoint step"));
            try {
                int done = jdbi.withHandle(work::on);
                jdbi.useHandle(handle -> handle.execute("release savepoint step"));
                if (done > 0) {
                    counts.merge(name, (long) done, Long::sum);
                }
                return done;
            } catch (RuntimeException fault) {
                jdbi.useHandle(handle -> handle.execute("rollback to savepoint step"));
                throw fault;
            }
        }
    }
}
