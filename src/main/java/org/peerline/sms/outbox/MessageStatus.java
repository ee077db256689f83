package org.peerline.sms.outbox;

import java.util.EnumSet;
import java.util.Set;

/** Where a text stands. */
public enum MessageStatus {
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    FAILED,
    /** The provider's answer never came; a callback settles it, a look at its records, or a person. */
    UNKNOWN,
    CANCELLED;

    /**
     * That a text, {@code m}, is one that somebody may want to see: owed, failed or in doubt. To be put beside whatever is
     * asked of a status in SQL; an index of its own has exactly these words.
     */
    public static final String SHOWN = " (m.status in ('QUEUED', 'SENDING', 'FAILED', 'UNKNOWN')) is true ";

    /** The code of a failed text that was in doubt until a person had dealt with it. */
    public static final String GIVEN_UP = "given_up";

    /** That nobody knows of a text, {@code m}, whether it went out, whatever is shown of it. */
    public static final String DOUBTFUL =
            " (m.status = 'UNKNOWN' or m.status = 'FAILED' and m.error_code = '" + GIVEN_UP + "') ";

    private static final Set<MessageStatus> ALL_SHOWN = EnumSet.of(QUEUED, SENDING, FAILED, UNKNOWN);

    /** Whether {@link #SHOWN} includes it. */
    public boolean isShown() {
        return ALL_SHOWN.contains(this);
    }
}
