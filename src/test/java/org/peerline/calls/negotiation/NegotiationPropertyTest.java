package org.peerline.calls.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peerline.core.Party;

/** Whatever two people text, in whatever order and at whatever time. */
class NegotiationPropertyTest {

    enum Move {
        PROPOSE,
        ACCEPT,
        DECLINE,
        MOVE,
        CANCEL,
        WAIT
    }

    /** @param target which of the calls so far, counted from the latest; @param hour when, from the beginning */
    record Step(Party by, Move move, int target, int hour) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Party.class),
                        Arbitraries.of(Move.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 12))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 500)
    void a_call_is_agreed_exactly_while_both_have_said_yes_to_that_very_call(@ForAll("histories") List<Step> history) {
        var table = new Table();
        var said = new HashMap<UUID, Map<Party, Boolean>>();
        for (Step step : history) {
            take(table, step, said);
            for (Call call : table.calls()) {
                Set<Party> parties =
                        call.agreements().stream().map(Agreement::party).collect(Collectors.toSet());
                assertEquals(call.agreements().size(), parties.size(), "one agreement a side");
                assertTrue(said.get(call.id()).keySet().containsAll(parties), "nobody agrees for somebody else");
                if (call.status() == CallStatus.AGREED) {
                    assertEquals(Set.of(Party.values()), parties);
                }
                if (parties.size() == 2) {
                    assertTrue(call.status() == CallStatus.AGREED || call.status() == CallStatus.CANCELLED);
                }
            }
        }
    }

    @Property(tries = 500)
    void there_is_never_more_than_one_open_proposal_and_no_time_is_agreed_twice(
            @ForAll("histories") List<Step> history) {
        var table = new Table();
        for (Step step : history) {
            take(table, step, new HashMap<>());
            assertTrue(table.calls().stream().filter(Call::isOpen).count() <= 1);
            List<Call> agreed = table.negotiation().agreed();
            assertEquals(
                    agreed.size(),
                    agreed.stream().map(Call::startsAt).distinct().count());
        }
    }

    @Property(tries = 500)
    void what_has_ended_never_comes_back(@ForAll("histories") List<Step> history) {
        var table = new Table();
        var ended = new HashMap<UUID, CallStatus>();
        for (Step step : history) {
            take(table, step, new HashMap<>());
            for (Call call : table.calls()) {
                if (!call.isOpen() && !call.isAgreed()) {
                    assertEquals(ended.computeIfAbsent(call.id(), first -> call.status()), call.status());
                } else {
                    assertTrue(!ended.containsKey(call.id()));
                }
            }
        }
    }

    private static void take(Table table, Step step, Map<UUID, Map<Party, Boolean>> said) {
        table.negotiation().lapse();
        CallOutcome outcome = null;
        Call target = table.calls().size() > step.target()
                ? table.calls().get(table.calls().size() - 1 - step.target())
                : null;
        switch (step.move()) {
            case PROPOSE -> outcome = table.propose(step.by(), table.hour(step.hour()));
            case WAIT -> table.pass(Duration.ofMinutes(30L * step.target()));
            default -> outcome = target == null ? null : answer(table, step, target);
        }
        if (outcome != null) {
            boolean yes = step.move() == Move.PROPOSE || step.move() == Move.ACCEPT || step.move() == Move.MOVE;
            outcome.about()
                    .filter(call -> yes)
                    .ifPresent(call -> said.computeIfAbsent(call.id(), first -> new EnumMap<>(Party.class))
                            .put(step.by(), true));
        }
    }

    private static CallOutcome answer(Table table, Step step, Call target) {
        return switch (step.move()) {
            case ACCEPT -> table.accept(step.by(), target);
            case DECLINE -> table.decline(step.by(), target);
            case MOVE -> table.move(step.by(), target, table.hour(step.hour()));
            default -> table.cancel(step.by(), target);
        };
    }
}
