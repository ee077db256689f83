package org.peerline.calls.news;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.Days.at;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.assignments.Conversations;
import org.peerline.calls.Calls;
import org.peerline.calls.clock.CallClock;
import org.peerline.calls.clock.CallTask;
import org.peerline.calls.clock.VoiceConfig;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.QuietHours;
import org.peerline.testkit.CallsOnRecord;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;

/** An installation whose numbers take no calls. */
@PeerlineTest
class WithoutVoiceTest {
    private static final VoiceConfig OFF = new VoiceConfig() {
        @Override
        public boolean enabled() {
            return false;
        }

        @Override
        public Duration opensBefore() {
            return Duration.ofMinutes(15);
        }

        @Override
        public Duration closesAfter() {
            return Duration.ofHours(2);
        }
    };

    @Inject
    Programme programme;

    @Inject
    Pairs pairs;

    @Inject
    CallsOnRecord record;

    @Inject
    Conversations conversations;

    @Inject
    CallTray tray;

    @Inject
    CallClock clock;

    @Inject
    Calls calls;

    @Inject
    QuietHours quietHours;

    @Inject
    TimeSource time;

    @BeforeEach
    void monday_morning() {
        programme.reset();
    }

    @Test
    void the_peers_last_reminder_names_the_requesters_number_and_how_to_withhold_ones_own() {
        Pair pair = agreed("tomorrow 7pm");
        List<Owed> evening = reminded(pair, CallTask.EVENING_REMINDER);
        assertTrue(evening.stream().allMatch(owed -> owed.text().startsWith("Reminder: call with ")));
        assertFalse(evening.toString().contains(pair.number(REQUESTER).national()), "not before it is needed");

        List<Owed> soon = reminded(pair, CallTask.HOUR_REMINDER);
        assertEquals(REQUESTER, soon.get(0).to());
        assertTrue(soon.get(0)
                .text()
                .endsWith("At that time Dr Amara N rings you on this phone; their number may be" + " withheld."));
        assertTrue(soon.get(1)
                .text()
                .endsWith("Please ring Sam on " + pair.number(REQUESTER).national()
                        + " at that time. To keep your own number to yourself, dial 141 in front of it."));
        assertFalse(soon.get(0).text().contains(pair.number(PEER).national()), "the peer's number is never told");
    }

    @Test
    void a_call_too_near_for_a_reminder_has_the_number_with_the_agreement() {
        Pair pair = agreed("today 11:30am");
        pair.news();
        QuarkusTransaction.requiringNew().run(() -> {
            var call = calls.findById(UUID.fromString(record.latest(pair)));
            news().sayHowToRingUnlessReminded(call, conversations.of(pair.assignment()));
        });
        assertTrue(pair.news().get(1).text().contains(pair.number(REQUESTER).national()));
    }

    @Test
    void a_last_reminder_that_is_too_late_to_remind_still_says_whom_to_ring_until_the_call_begins() {
        Pair pair = agreed("tomorrow 7pm");
        programme.timeIs(at(1, 19).toInstant().minusSeconds(300));
        assertEquals(List.of(), leftOut(pair, CallTask.EVENING_REMINDER), "not the last");
        List<Owed> told = leftOut(pair, CallTask.HOUR_REMINDER);
        assertEquals(2, told.size());
        assertTrue(told.get(1)
                .text()
                .startsWith("Please ring Sam on " + pair.number(REQUESTER).national()));
        programme.timeIs(at(1, 19).toInstant());
        assertEquals(List.of(), leftOut(pair, CallTask.HOUR_REMINDER), "it has begun");
    }

    private List<Owed> leftOut(Pair pair, CallTask task) {
        QuarkusTransaction.requiringNew()
                .run(() -> news().leftOut(calls.findById(UUID.fromString(record.latest(pair))), task));
        return pair.news();
    }

    private Pair agreed(String when) {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL " + when).text(REQUESTER, "OK");
        pair.news();
        return pair;
    }

    private List<Owed> reminded(Pair pair, CallTask task) {
        QuarkusTransaction.requiringNew()
                .run(() -> news().remind(calls.findById(UUID.fromString(record.latest(pair))), task));
        return pair.news();
    }

    private ClockNews news() {
        return new ClockNews(conversations, tray, clock, OFF, quietHours, time);
    }
}
