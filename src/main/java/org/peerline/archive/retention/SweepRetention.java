package org.peerline.archive.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.archive.Keepers;
import org.peerline.archive.LegalHolds;
import org.peerline.archive.erasure.ErasePerson;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.BareFault;
import org.peerline.core.Closing;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;
import org.peerline.privacy.keeping.RetentionPeriods;

/**
 * Removes what has been kept long enough, room by room, a batch a transaction. What is done is done and on the receipt,
 * whenever a sweep is cut off; what one duty cannot do, or one person, holds up no other. A dry run does all of it too and
 * takes it back, because what one duty removes makes another one due: only so its numbers are those of the sweep. Must not
 * run inside a transaction.
 */
@ApplicationScoped
public class SweepRetention {
    private static final Logger LOG = Logger.getLogger(SweepRetention.class);
    private static final int BATCH = 2000;
    private static final int PEOPLE = 100;
    private static final String FORGOTTEN = "people_forgotten";
    private static final String FAILED = "duties_failed";
    private static final int DRY_RUN_SECONDS = 3600;

    private final Keepers keepers;
    private final LegalHolds holds;
    private final ErasePerson erasePerson;
    private final RetentionPeriods periods;
    private final RetentionReceipts receipts;
    private final Jdbi jdbi;
    private final TimeSource time;
    private final Closing closing;
    private final MachineClock clock;
    private final Audit audit;

    SweepRetention(
            Keepers keepers,
            LegalHolds holds,
            ErasePerson erasePerson,
            RetentionPeriods periods,
            RetentionReceipts receipts,
            Jdbi jdbi,
            TimeSource time,
            Closing closing,
            MachineClock clock,
            Audit audit) {
        this.audit = audit;
        this.clock = clock;
        this.closing = closing;
        this.keepers = keepers;
        this.holds = holds;
        this.erasePerson = erasePerson;
        this.periods = periods;
        this.receipts = receipts;
        this.jdbi = jdbi;
        this.time = time;
    }

    /** Why nothing must be removed now; empty in ordinary times. */
    public Optional<Refusal> refusal() {
        return clock.isTrusted()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "clock_not_trusted",
                        "This machine's clock and the database's are more than an hour apart; nothing was removed."));
    }

    /** By the clock. */
    public RetentionReceipt run(boolean dryRun) {
        return run(dryRun, Actor.SERVICE);
    }

    /**
     * Only when nothing speaks against it ({@link #refusal}).
     *
     * @param dryRun only counts what would go
     * @param by who asked for it
     */
    public RetentionReceipt run(boolean dryRun, Actor by) {
        if (refusal().isPresent()) {
            throw new IllegalStateException("a sweep by a clock that is not trusted");
        }
        UUID id = begun(dryRun, by);
        Instant now = time.now();
        if (dryRun) {
            receipts.keep(id, rehearsed(now));
        } else {
            sweep(now, new Steps.ForGood(jdbi, receipts, id));
        }
        if (!closing.hasBegun()) {
            receipts.finish(id);
        }
        return receipts.byId(id).orElseThrow();
    }

    /** The entry of the audit names the receipt, which says how much. */
    private UUID begun(boolean dryRun, Actor by) {
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID receipt = receipts.begin(dryRun);
            audit.record(by, dryRun ? "RETENTION_COUNTED" : "RETENTION_SWEPT", Subject.SERVICE, receipt.toString());
            return receipt;
        });
    }

    private SortedMap<String, Long> rehearsed(Instant now) {
        var steps = new Steps.TakenBack(jdbi);
        try {
            QuarkusTransaction.requiringNew().timeout(DRY_RUN_SECONDS).run(() -> {
                sweep(now, steps);
                throw new Enough();
            });
        } catch (Enough takenBack) {
            return steps.counts();
        }
        throw new IllegalStateException("a dry run was not taken back");
    }

    /** Ends a dry run: what it did is rolled back. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void sweep(Instant now, Steps steps) {
        for (PersonalDataKeeper room : keepers.inOrder()) {
            forget(room, now, steps);
        }
        for (PersonalDataKeeper room : keepers.inOrder()) {
            for (RetentionDuty duty : room.duties()) {
                Instant before = periods.before(duty.of(), now);
                int done = 1;
                while (done > 0) {
                    done = step(steps, duty.name(), handle -> duty.sweep(handle, before, BATCH));
                }
            }
        }
    }

    private void forget(PersonalDataKeeper room, Instant now, Steps steps) {
        Instant before = periods.before(RetentionClass.IDENTITY, now);
        // Who cannot be forgotten now stays in front of the list: the next are behind them.
        Set<Subject> left = new HashSet<>();
        List<Subject> next = outlived(room, before, left);
        while (!next.isEmpty() && !closing.hasBegun()) {
            for (Subject person : next) {
                if (step(steps, FORGOTTEN, handle -> forget(person)) == 0) {
                    left.add(person);
                }
            }
            next = outlived(room, before, left);
        }
    }

    private List<Subject> outlived(PersonalDataKeeper room, Instant before, Set<Subject> left) {
        return room.outlived(before, PEOPLE + holds.count() + left.size()).stream()
                .filter(person -> !left.contains(person) && !holds.isHeld(person.id()))
                .toList();
    }

    private int forget(Subject person) {
        return erasePerson.outlived(person) instanceof ErasePerson.Outcome.Erased ? 1 : 0;
    }

    private int step(Steps steps, String name, Steps.Work work) {
        if (closing.hasBegun()) {
            return 0;
        }
        try {
            return steps.take(name, work);
        } catch (RuntimeException fault) {
            if (closing.hasBegun()) {
                // Cut off by the stop; the receipt stays open.
                return 0;
            }
            LOG.errorf(new BareFault(fault), "The retention duty %s failed; the next sweep tries it again", name);
            steps.take(FAILED, handle -> 1);
            return 0;
        }
    }
}
