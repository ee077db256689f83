package org.peerline.sms.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.InboundSms;

class GatheredTest {
    private static final PhoneNumber RELAY = new PhoneNumber("+447400100001");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private record Text(String id, String from, String body) implements Gathered.Text {
        @Override
        public InboundSms sms() {
            return new InboundSms(id, new PhoneNumber(from), RELAY, body, 0, InboundSms.OptOut.NONE, NOW, false);
        }
    }

    private static final String SAM = "+447400200001";
    private static final String AMARA = "+447400300001";

    private static Gathered<Text> gathered(Text... arrived) {
        return Gathered.of(List.of(arrived), sms -> !sms.body().equals("OK"));
    }

    private static List<String> ids(List<Text> texts) {
        return texts.stream().map(Text::id).toList();
    }

    @Test
    void words_go_together_and_commands_alone() {
        var gathered = gathered(new Text("1", SAM, "Hello"), new Text("2", AMARA, "OK"), new Text("3", SAM, "there"));

        assertEquals(List.of("1", "3"), ids(gathered.together()));
        assertEquals(List.of("2"), ids(gathered.alone()));
    }

    @Test
    void nothing_of_a_sender_overtakes_a_text_that_goes_alone() {
        var gathered = gathered(
                new Text("1", SAM, "Hello"),
                new Text("2", SAM, "OK"),
                new Text("3", SAM, "see you then"),
                new Text("4", AMARA, "Good"));

        assertEquals(List.of("1", "4"), ids(gathered.together()));
        assertEquals(List.of("2", "3"), ids(gathered.alone()));
    }

    @Test
    void repeat_waits_until_the_first_one_is_committed() {
        var gathered = gathered(new Text("1", SAM, "Hello"), new Text("1", SAM, "Hello"), new Text("2", SAM, "again"));

        assertEquals(List.of("1"), ids(gathered.together()));
        assertEquals(List.of("1", "2"), ids(gathered.alone()));
    }

    @Test
    void nothing_is_lost_in_between() {
        var arrived = Stream.iterate(0, n -> n + 1)
                .limit(200)
                .map(n -> new Text("" + n % 180, n % 3 == 0 ? SAM : AMARA, n % 7 == 0 ? "OK" : "Hello"))
                .toArray(Text[]::new);

        var gathered = gathered(arrived);

        assertEquals(200, gathered.together().size() + gathered.alone().size());
    }
}
