package org.peerline.console.home;

import java.time.Instant;
import java.util.UUID;

/** Our ids begin with their time, so an index of ids is one of times as well. */
public final class IdTime {
    private static final int BELOW_THE_TIME = 16;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private IdTime() {}

    /** Not after any id that was made at this moment or later. */
    public static UUID first(Instant moment) {
        return new UUID((moment.toEpochMilli() << BELOW_THE_TIME) | VERSION, VARIANT);
    }
}
