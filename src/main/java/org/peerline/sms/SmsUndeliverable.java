package org.peerline.sms;

import java.util.Optional;
import java.util.UUID;
import org.peerline.core.Party;

/**
 * A text will never arrive. Fired in the transaction that records the failure, once for each text, so that whoever has to
 * be told is told with it or not at all.
 *
 * @param kind the text's kind, such as DETAILS or RELAYED
 * @param author whose words did not arrive; empty for our own sentences
 * @param to who would have received it; empty for a stranger
 * @param toKey the keyed hash of the number that it was for
 * @param errorCode the provider's code or a word of ours
 */
public record SmsUndeliverable(
        UUID message,
        String kind,
        Optional<Party> author,
        Optional<Party> to,
        String toKey,
        Optional<UUID> assignment,
        Optional<UUID> request,
        Optional<String> errorCode) {}
