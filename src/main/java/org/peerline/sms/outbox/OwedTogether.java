package org.peerline.sms.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gathers what a piece of work owes, so that it is written with one statement at its end. */
@ApplicationScoped
class OwedTogether {
    private final OwedTexts owedTexts;
    private final ExpressLane lane;
    private final TransactionSynchronizationRegistry transactions;
    private final DispatchSignal signal;

    OwedTogether(
            OwedTexts owedTexts,
            ExpressLane lane,
            TransactionSynchronizationRegistry transactions,
            DispatchSignal signal) {
        this.owedTexts = owedTexts;
        this.lane = lane;
        this.transactions = transactions;
        this.signal = signal;
    }

    /** In a transaction; what the work owes is written when it is over. A fault leaves the transaction to its owner. */
    void during(Runnable work) {
        if (isUnderWay()) {
            work.run();
            return;
        }
        transactions.putResource(this, new ArrayList<OwedRow>());
        try {
            work.run();
            writeGathered();
        } finally {
            transactions.putResource(this, null);
        }
    }

    void owe(OwedRow row) {
        if (isUnderWay()) {
            gathered().add(row);
        } else {
            owedTexts.write(List.of(row), Optional.empty());
            signal.afterCommit();
        }
    }

    /** For whoever reads what is owed, or changes it: nothing is missing then. */
    void writeGathered() {
        if (!isUnderWay() || gathered().isEmpty()) {
            return;
        }
        List<OwedRow> rows = List.copyOf(gathered());
        gathered().clear();
        Optional<ExpressLane.Claim> claim = lane.claim(rows.size());
        Set<UUID> claimed = owedTexts.write(rows, claim);
        if (!claimed.isEmpty()) {
            ExpressLane.Claim made = claim.orElseThrow();
            lane.sendAfterCommit(
                    made,
                    rows.stream()
                            .filter(row -> claimed.contains(row.id()))
                            .map(row -> row.ready(made.at()))
                            .toList());
        }
        if (claimed.size() < rows.size()) {
            signal.afterCommit();
        }
    }

    private boolean isUnderWay() {
        return transactions.getTransactionKey() != null && transactions.getResource(this) != null;
    }

    @SuppressWarnings("unchecked")
    private List<OwedRow> gathered() {
        return (List<OwedRow>) transactions.getResource(this);
    }
}
