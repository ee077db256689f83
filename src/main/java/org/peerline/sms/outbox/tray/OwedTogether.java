package org.peerline.sms.outbox.tray;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gathers what a piece of work owes and takes back, so that it is written with few statements at its end. */
@ApplicationScoped
public class OwedTogether {
    private final OwedTexts owedTexts;
    private final ForgottenQuestions questions;
    private final ExpressLane lane;
    private final TransactionSynchronizationRegistry transactions;
    private final DispatchSignal signal;

    OwedTogether(
            OwedTexts owedTexts,
            ForgottenQuestions questions,
            ExpressLane lane,
            TransactionSynchronizationRegistry transactions,
            DispatchSignal signal) {
        this.owedTexts = owedTexts;
        this.questions = questions;
        this.lane = lane;
        this.transactions = transactions;
        this.signal = signal;
    }

    /** In a transaction; what the work owes is written when it is over. A fault leaves the transaction to its owner. */
    public void during(Runnable work) {
        if (isUnderWay()) {
            work.run();
            return;
        }
        transactions.putResource(this, new Gathered());
        try {
            work.run();
            writeGathered();
        } finally {
            transactions.putResource(this, null);
        }
    }

    public int room() {
        return lane.room();
    }

    public void owe(OwedRow row) {
        if (isUnderWay()) {
            gathered().owed.add(row);
        } else {
            owedTexts.write(List.of(row), Optional.empty());
            signal.afterCommit();
        }
    }

    /** Something newer waits for these handsets' OK or NO. */
    public void forgetYesOrNo(List<ForgottenQuestions.Handset> handsets) {
        if (isUnderWay()) {
            gathered().forgotten.addAll(handsets);
        } else {
            questions.forgetYesOrNo(handsets);
        }
    }

    /** For whoever reads what is owed or asked, or changes it: nothing is missing then. */
    public void writeGathered() {
        if (!isUnderWay()) {
            return;
        }
        Gathered gathered = gathered();
        if (!gathered.forgotten.isEmpty()) {
            questions.forgetYesOrNo(gathered.forgotten);
            gathered.forgotten.clear();
        }
        if (!gathered.owed.isEmpty()) {
            List<OwedRow> rows = List.copyOf(gathered.owed);
            gathered.owed.clear();
            write(rows);
        }
    }

    private void write(List<OwedRow> rows) {
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

    private Gathered gathered() {
        return (Gathered) transactions.getResource(this);
    }

    private static final class Gathered {
        private final List<OwedRow> owed = new ArrayList<>();
        private final Set<ForgottenQuestions.Handset> forgotten = new LinkedHashSet<>();
    }
}
