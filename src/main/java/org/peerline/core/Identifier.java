package org.peerline.core;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** New identifiers: UUID version 7 (RFC 9562), so that the order of creation is the order of the key. */
public final class Identifier {
    private Identifier() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
