package org.peerline.conversation.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.Days.at;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.EndReason;
import org.peerline.assignments.ending.EndAssignment;
import org.peerline.audit.Actor;
import org.peerline.calls.Calls;
import org.peerline.calls.RingingHours;
import org.peerline.calls.clock.VoiceConfig;
import org.peerline.core.Party;
import org.peerline.testkit.CallsOnRecord;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioIds;

/** People ring the relay number; Twilio asks the signed webhook what to do. */
@PeerlineTest
class SwitchboardTest {
    private static final String VOICE = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/voice";
    private static final String STRANGER = "+447400999999";

    private final SignedWebhook webhook = new SignedWebhook();

    @Inject
    Programme programme;

    @Inject
    Pairs pairs;

    @Inject
    CallsOnRecord record;

    @Inject
    EndAssignment endAssignment;

    @Inject
    Jdbi jdbi;

    @Inject
    Assignments assignments;

    @Inject
    Calls calls;

    @BeforeEach
    void monday_morning() {
        programme.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "-16, false",
        "-14, true",
        "0, true",
        "119, true",
        "121, false",
    })
    void the_number_connects_from_15_minutes_before_until_2_hours_after_the_start(int minutes, boolean connected) {
        Pair pair = agreed();
        programme.timeIs(at(1, 14).toInstant().plus(Duration.ofMinutes(minutes)));
        for (Party caller : Party.values()) {
            String answer = rings(pair, caller);
            if (connected) {
                assertEquals(dial(pair, caller.other()), answer.replaceAll("<Say.*</Say>", ""));
            } else {
                assertTrue(answer.contains("<Response><Say language=\"en-GB\">This number connects you only"), answer);
            }
        }
    }

    @Test
    void neither_side_learns_the_others_number_and_the_connection_is_on_record() {
        Pair pair = agreed();
        programme.timeIs(at(1, 14).toInstant());
        String answer = rings(pair, PEER);
        assertTrue(answer.contains("callerId=\"" + pair.relayNumber().e164() + "\""), answer);
        assertEquals(
                List.of("PEER PEER"),
                record.strings(
                        "select e.actor_kind || ' ' || e.detail from audit_event e join call c on c.id = e.subject_id"
                                + " where e.action = 'CALL_CONNECTED' and c.assignment_id = ?",
                        pair));
    }

    @Test
    void without_an_agreed_call_nobody_is_connected() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 2pm");
        programme.timeIs(at(1, 14).toInstant().minusSeconds(60));
        assertTrue(rings(pair, PEER).contains("around the time of a call that you have both agreed on"));
        pair.text(REQUESTER, "OK");
        pair.text(REQUESTER, "DROP");
        assertTrue(rings(pair, PEER).contains("around the time of a call that you have both agreed on"));
    }

    @Test
    void a_connection_that_was_cut_off_can_be_had_again_after_the_outcome_is_known() {
        Pair pair = agreed();
        programme.timeIs(at(1, 14).toInstant().plusSeconds(600));
        pair.text(PEER, "HELD 5");
        assertTrue(rings(pair, REQUESTER).contains("<Dial"));
    }

    @Test
    void nobody_is_rung_who_has_opted_out() {
        Pair pair = agreed();
        pair.text(REQUESTER, "STOP");
        programme.timeIs(at(1, 14).toInstant());
        assertTrue(rings(pair, PEER).contains("cannot be connected at present"));
        assertTrue(rings(pair, REQUESTER).contains("<Dial"), "who wants no texts may still ring");
    }

    @Test
    void after_the_end_a_voice_says_the_way_back_and_the_number_rests_anew() {
        Pair pair = agreed();
        QuarkusTransaction.requiringNew()
                .run(() -> endAssignment.end(assignments.locked(pair.assignment()), EndReason.CLOSED, Actor.SERVICE));
        programme.timeIs(at(1, 14).toInstant());
        assertTrue(rings(pair, REQUESTER).contains("This conversation has ended. You are welcome back"));
        assertEquals(
                List.of("t", "t"),
                record.strings(
                        "select (last_used_at > released_at)::text::char from relay_place where assignment_id = ?",
                        pair));
    }

    @Test
    void where_numbers_take_no_calls_nobody_is_connected_even_at_the_time_of_a_call() {
        Pair pair = agreed();
        programme.timeIs(at(1, 14).toInstant());
        assertTrue(rings(pair, PEER).contains("<Dial"));
        QuarkusMock.installMockForType(new RingingHours(calls, new NoVoice()), RingingHours.class);
        for (Party caller : Party.values()) {
            String answer = rings(pair, caller);
            assertTrue(answer.contains("takes text messages only"), answer);
            assertFalse(answer.contains("Dial"), answer);
        }
    }

    private record NoVoice(Duration opensBefore, Duration closesAfter) implements VoiceConfig {
        NoVoice() {
            this(Duration.ofMinutes(15), Duration.ofHours(2));
        }

        @Override
        public boolean enabled() {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {STRANGER, "anonymous", "+266696687", ""})
    void strangers_and_callers_who_withhold_their_number_learn_nothing(String from) {
        Pair pair = agreed();
        programme.timeIs(at(1, 14).toInstant());
        String answer = ring(from, pair.relayNumber().e164()).body();
        assertTrue(answer.contains("This number could not connect your call."), answer);
        assertTrue(!answer.contains("peer") && !answer.contains("Dial"), answer);
    }

    @Test
    void the_service_number_takes_texts_only() {
        assertTrue(ring(STRANGER, FakeTwilioResource.SERVICE_NUMBER).body().contains("takes text messages only"));
    }

    @Test
    void what_is_not_signed_or_not_to_a_number_of_ours_is_refused() {
        Map<String, String> form = form(STRANGER, FakeTwilioResource.relayNumber(1));
        assertEquals(403, webhook.postUnsigned(VOICE, form).statusCode());
        assertEquals(
                403, webhook.post(VOICE, SignedWebhook.encode(form), "bm8=").statusCode());
        assertEquals(403, ring(STRANGER, STRANGER).statusCode());
        form.remove("CallSid");
        assertEquals(400, webhook.post(VOICE, form).statusCode());
    }

    private Pair agreed() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 2pm").text(REQUESTER, "OK");
        assertEquals(List.of("AGREED"), record.statuses(pair));
        return pair;
    }

    @Test
    void whoever_chose_welsh_hears_a_voice_that_reads_welsh_and_the_other_side_does_not() {
        Pair pair = agreed();
        jdbi.useHandle(handle -> handle.execute("update requester set language = 'cy'"));
        String welsh = "<Say language=\"cy-GB\" voice=\"Polly.Gwyneth\">";

        assertTrue(rings(pair, REQUESTER).contains(welsh + "Dim ond o gwmpas amser galwad"), rings(pair, REQUESTER));
        assertTrue(rings(pair, REQUESTER).contains("999"));
        assertTrue(rings(pair, PEER).contains("<Say language=\"en-GB\">This number connects you only"));

        programme.timeIs(at(1, 14).toInstant());
        assertTrue(rings(pair, REQUESTER).contains("</Dial>" + welsh + "Mae'r alwad wedi dod i ben."));
    }

    private static String dial(Pair pair, Party other) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Dial answerOnBridge=\"true\" callerId=\""
                + pair.relayNumber().e164() + "\" timeout=\"30\"><Number>"
                + pair.number(other).e164()
                + "</Number></Dial></Response>";
    }

    private String rings(Pair pair, Party caller) {
        HttpResponse<String> answer =
                ring(pair.number(caller).e164(), pair.relayNumber().e164());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    private HttpResponse<String> ring(String from, String to) {
        return webhook.post(VOICE, form(from, to));
    }

    private static Map<String, String> form(String from, String to) {
        var form = new LinkedHashMap<String, String>();
        form.put("CallSid", TwilioIds.message().replaceFirst("SM", "CA"));
        form.put("AccountSid", FakeTwilio.ACCOUNT_SID);
        form.put("From", from);
        form.put("To", to);
        form.put("CallStatus", "ringing");
        form.put("Direction", "inbound");
        form.put("ApiVersion", "2010-04-01");
        return form;
    }
}
