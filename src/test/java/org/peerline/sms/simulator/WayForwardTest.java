package org.peerline.sms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peerline.core.Clockwork.Outlook;

class WayForwardTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private final Way way = new Way();

    private static Instant after(int hours) {
        return MONDAY.plus(Duration.ofHours(hours));
    }

    @Test
    void clock_stops_at_everything_on_the_way_and_at_nothing_behind_its_goal() {
        way.due(after(2), after(5), after(30));
        new WayForward(way).to(after(24));
        assertEquals(List.of(after(2), after(5)), way.done());
        assertEquals(after(24), way.now);
    }

    @Test
    void what_is_owed_by_what_happens_on_the_way_happens_too() {
        way.due(after(2));
        way.thenOwes(after(2), after(7));
        new WayForward(way).to(after(24));
        assertEquals(List.of(after(2), after(7)), way.done());
    }

    @Test
    void what_is_in_somebodys_hands_at_its_moment_is_waited_for() {
        way.due(after(2), after(5));
        way.heldFor(after(2), 3);
        new WayForward(way).to(after(24));
        assertEquals(Map.of(after(2), after(2), after(5), after(5)), way.happened);
    }

    @Test
    void what_cannot_be_done_at_all_holds_up_nothing_else_for_long() {
        way.due(after(2), after(5));
        way.heldFor(after(2), Integer.MAX_VALUE);
        new WayForward(way).to(after(82));
        assertEquals(after(82), way.now);
        Instant reminder = way.happened.get(after(5));
        assertTrue(!reminder.isBefore(after(5)) && reminder.isBefore(after(6)), "at " + reminder);
        assertTrue(way.moments < 100, "waited " + way.moments + " times");
    }

    /** One kind of work, as the database shows it: the earliest piece only. */
    private static final class Way implements WayForward.Scenery {
        private final TreeMap<Instant, Integer> planned = new TreeMap<>();
        private final Map<Instant, Instant> owes = new TreeMap<>();
        private final Map<Instant, Instant> happened = new TreeMap<>();
        private Instant now = MONDAY;
        private int moments;

        void due(Instant... moments) {
            for (Instant moment : moments) {
                planned.put(moment, 0);
            }
        }

        void thenOwes(Instant moment, Instant later) {
            owes.put(moment, later);
        }

        void heldFor(Instant moment, int looks) {
            planned.put(moment, looks);
        }

        List<Instant> done() {
            return List.copyOf(happened.keySet());
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Outlook outlook() {
            Optional<Instant> first = planned.keySet().stream().findFirst();
            return new Outlook(
                    first.filter(due -> !due.isAfter(now)).isPresent(), first.filter(due -> due.isAfter(now)));
        }

        @Override
        public void settle() {
            for (Instant due : new ArrayList<>(planned.headMap(now, true).keySet())) {
                if (planned.get(due) > 0) {
                    planned.merge(due, -1, (held, less) -> held == Integer.MAX_VALUE ? held : held + less);
                } else {
                    planned.remove(due);
                    happened.put(due, now);
                    Optional.ofNullable(owes.get(due)).ifPresent(later -> planned.put(later, 0));
                }
            }
        }

        @Override
        public void jump(Instant to) {
            now = to;
        }

        @Override
        public void waitAMoment() {
            moments++;
        }
    }
}
