package org.peerline.sms.outbox.doubt;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.peerline.core.BareFault;
import org.peerline.core.Closing;
import org.peerline.core.DueWork;
import org.peerline.core.Subject;
import org.peerline.sms.outbox.doubt.ProviderRecords.TakenText;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/**
 * Settles texts in doubt from the provider's own records. What is on them was taken and is followed like any other text;
 * what is not is shown to a person. Nothing is ever sent again from here.
 */
@ApplicationScoped
class SettleDoubts implements DueWork {
    private static final Logger LOG = Logger.getLogger(SettleDoubts.class);

    private final Doubts doubts;
    private final ProviderLook look;
    private final Tasks tasks;
    private final Closing closing;

    SettleDoubts(Doubts doubts, ProviderLook look, Tasks tasks, Closing closing) {
        this.closing = closing;
        this.doubts = doubts;
        this.look = look;
        this.tasks = tasks;
    }

    @Override
    public int runDue() {
        QuarkusTransaction.requiringNew().call(doubts::plan);
        int settled = 0;
        for (var next = take(); next.isPresent(); next = take()) {
            Doubt doubt = next.get();
            try {
                List<TakenText> taken = look.ask(doubt);
                QuarkusTransaction.requiringNew().run(() -> settle(doubt, taken));
                settled++;
            } catch (ProviderRecords.Unavailable later) {
                QuarkusTransaction.requiringNew().run(() -> doubts.lookAgain(doubt));
                break;
            } catch (RuntimeException fault) {
                LOG.errorf(new BareFault(fault), "Text %s could not be looked up now", doubt.message());
                if (LookUpPlan.STANDARD.isLast(doubt.looks())) {
                    QuarkusTransaction.requiringNew().run(() -> leaveToPerson(doubt));
                }
            }
        }
        return settled;
    }

    private void settle(Doubt doubt, List<TakenText> taken) {
        if (!doubts.stands(doubt)) {
            return;
        }
        if (doubt.to().isEmpty()) {
            doubts.leaveToPerson(doubt);
            tell(doubt);
        } else if (!look.follow(doubt, taken) && !doubts.nothingFound(doubt)) {
            tell(doubt);
        }
    }

    /** Whatever keeps it from being looked up is not over after three times. */
    private void leaveToPerson(Doubt doubt) {
        if (doubts.stands(doubt)) {
            doubts.leaveToPerson(doubt);
            tell(doubt);
        }
    }

    private void tell(Doubt doubt) {
        tasks.raise(TaskKind.TEXT_IN_DOUBT, Subject.of(Subject.Kind.MESSAGE, doubt.message()), doubt.request());
    }

    private Optional<Doubt> take() {
        return closing.hasBegun()
                ? Optional.empty()
                : QuarkusTransaction.requiringNew().call(doubts::take);
    }

    @Override
    public Optional<Instant> nextDue() {
        return doubts.nextDue();
    }
}
