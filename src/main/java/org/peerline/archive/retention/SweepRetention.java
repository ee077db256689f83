package org.peerline.archive.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.archive.ErasePerson;
import org.peerline.archive.Keepers;
import org.peerline.archive.LegalHolds;
import org.peerline.core.BareFault;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;
import org.peerline.privacy.keeping.RetentionPeriods;

/**
 * Removes what has been kept long enough, room by room, a batch a transaction. What is done is done, whenever a sweep is
 * cut off; what one duty cannot do holds up no other. Must not run inside a transaction.
 */
@ApplicationScoped
public class SweepRetention {
    private static final Logger LOG = Logger.getLogger(SweepRetention.class);
    private static final int BATCH = 2000;
    private static final int PEOPLE = 100;
    private static final String FORGOTTEN = "people_forgotten";
    private static final String FAILED = "duties_failed";

    private final Keepers keepers;
    private final LegalHolds holds;
    private final ErasePerson erasePerson;
    private final RetentionPeriods periods;
    private final RetentionReceipts receipts;
    private final Jdbi jdbi;
    private final TimeSource time;

    SweepRetention(
            Keepers keepers,
            LegalHolds holds,
            ErasePerson erasePerson,
            RetentionPeriods periods,
            RetentionReceipts receipts,
            Jdbi jdbi,
            TimeSource time) {
        this.keepers = keepers;
        this.holds = holds;
        this.erasePerson = erasePerson;
        this.periods = periods;
        this.receipts = receipts;
        this.jdbi = jdbi;
        this.time = time;
    }

    /** @param dryRun only counts what would go */
    public RetentionReceipt run(boolean dryRun) {
        UUID id = receipts.begin(dryRun);
        Instant now = time.now();
        var counts = new TreeMap<String, Long>();
        for (PersonalDataKeeper room : keepers.inOrder()) {
            guarded(FORGOTTEN, counts, () -> forget(room, now, dryRun));
        }
        for (PersonalDataKeeper room : keepers.inOrder()) {
            for (RetentionDuty duty : room.duties()) {
                guarded(duty.name(), counts, () -> dryRun ? due(duty, now) : sweep(duty, now));
            }
        }
        counts.values().removeIf(rows -> rows == 0);
        receipts.finish(id, counts);
        return receipts.byId(id).orElseThrow();
    }

    /** A piece of work that may fail alone. */
    private interface Work {
        long run();
    }

    private static void guarded(String name, SortedMap<String, Long> counts, Work work) {
        try {
            counts.merge(name, work.run(), Long::sum);
        } catch (RuntimeException fault) {
            LOG.errorf(new BareFault(fault), "The retention duty %s failed; the next sweep tries it again", name);
            counts.merge(FAILED, 1L, Long::sum);
        }
    }

    private long due(RetentionDuty duty, Instant now) {
        return jdbi.withHandle(handle -> duty.due(handle, periods.before(duty.of(), now)));
    }

    private long sweep(RetentionDuty duty, Instant now) {
        Instant before = periods.before(duty.of(), now);
        long all = 0;
        int done;
        do {
            done = QuarkusTransaction.requiringNew()
                    .call(() -> jdbi.withHandle(handle -> duty.sweep(handle, before, BATCH)));
            all += done;
        } while (done > 0);
        return all;
    }

    private long forget(PersonalDataKeeper room, Instant now, boolean dryRun) {
        Instant before = periods.before(RetentionClass.IDENTITY, now);
        long all = 0;
        int done;
        do {
            List<Subject> outlived = QuarkusTransaction.requiringNew()
                    .call(() -> room.outlived(before, dryRun ? Integer.MAX_VALUE : PEOPLE + holds.count()).stream()
                            .filter(person -> !holds.isHeld(person.id()))
                            .toList());
            done = dryRun ? 0 : (int) outlived.stream().filter(this::forget).count();
            all += dryRun ? outlived.size() : done;
        } while (done > 0);
        return all;
    }

    private boolean forget(Subject person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> erasePerson.outlived(person) instanceof ErasePerson.Outcome.Erased);
    }
}
