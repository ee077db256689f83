package org.peerline.calls.negotiation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.peerline.core.Party;

/** One side's yes to a time: who, how and when. Whoever suggests a time has said yes to it. */
@Embeddable
public record Agreement(
        @Enumerated(EnumType.STRING) Party party,
        @Enumerated(EnumType.STRING) Via via,
        Instant at) {

    /** How the yes reached us. */
    public enum Via {
        SMS,
        API,
        /** The requester said it to a call handler or a coordinator. */
        PHONE
    }
}
