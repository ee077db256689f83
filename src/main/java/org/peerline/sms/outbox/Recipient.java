package org.peerline.sms.outbox;

import java.util.UUID;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;

/**
 * Whom a text goes to.
 *
 * @param role how the thread shows them
 * @param person whose key seals the number; {@code null} for a stranger, whose number is sealed for the service
 */
public record Recipient(Role role, UUID person, PhoneNumber number) {

    /** The side of a conversation, or nobody we know. */
    public enum Role {
        REQUESTER,
        PEER,
        STRANGER
    }

    public static Recipient of(Party party, UUID person, PhoneNumber number) {
        return new Recipient(party == Party.PEER ? Role.PEER : Role.REQUESTER, person, number);
    }

    public static Recipient stranger(PhoneNumber number) {
        return new Recipient(Role.STRANGER, null, number);
    }
}
