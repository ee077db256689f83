package org.peerline.sms.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What we last asked a handset on one of our numbers.
 *
 * @param kind a word of whoever asks, who alone can make sense of the answer
 * @param subject what it is about, such as an assignment; may be {@code null}
 * @param choices what each number of the answer stands for, in codes; none when the answer is OK or NO
 * @param expires from then on an answer is no answer any more
 */
public record Question(String kind, UUID subject, List<String> choices, Instant expires) {
    public Question {
        choices = List.copyOf(choices);
    }
}
