package org.peerline.assignments.choosing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.peerline.matching.EligibilityRule.Code;
import org.peerline.matching.Match;
import org.peerline.matching.Need.Wish;
import org.peerline.requests.waiting.Waiting;
import org.peerline.requests.waiting.WaitingReason;

/** Says why a request has to wait: which rule emptied the list, and which wish, if it were dropped, would help now. */
@ApplicationScoped
public class WhyNobody {
    private final Candidates candidates;

    WhyNobody(Candidates candidates) {
        this.candidates = candidates;
    }

    /** Nobody was found eligible. */
    public Waiting explain(Search search) {
        if (Match.of(search.need(), candidates.furthest(search)) instanceof Match.Nobody nobody) {
            Code rule = nobody.emptiedBy();
            return explain(search, WaitingReason.valueOf(rule.why().name()), rule.name());
        }
        // Somebody came through after all: their places are being offered to those who came before, or to others at
        // this very moment.
        return new Waiting(WaitingReason.ALL_AT_CAPACITY, Waiting.BEING_SERVED, Set.of(), false);
    }

    /** Somebody was eligible, but no number of ours could stand for the two. */
    public Waiting noNumber(Search search) {
        return explain(search, WaitingReason.NO_RELAY_NUMBER, WaitingReason.NO_RELAY_NUMBER.name());
    }

    private Waiting explain(Search search, WaitingReason reason, String rule) {
        Set<Wish> musts = EnumSet.noneOf(Wish.class);
        List.of(Wish.values()).stream()
                .filter(wish -> search.need().insists(wish))
                .forEach(musts::add);
        Set<Wish> helpful = EnumSet.noneOf(Wish.class);
        musts.stream().filter(wish -> somebodyWithout(search, Set.of(wish))).forEach(helpful::add);
        boolean onlyTogether = helpful.isEmpty() && musts.size() > 1 && somebodyWithout(search, musts);
        return new Waiting(reason, rule, onlyTogether ? musts : helpful, onlyTogether);
    }

    private boolean somebodyWithout(Search search, Set<Wish> wishes) {
        Search easier = search.with(search.need().without(wishes));
        return Match.of(easier.need(), candidates.best(easier, List.of())) instanceof Match.Eligible;
    }
}
