package org.peerline.assignments;

import java.util.UUID;

/**
 * An assignment has ended. Fired in the transaction that ends it, so that whatever hangs on it (calls, questions) ends
 * with it or not at all.
 */
public record AssignmentEnded(UUID assignment, EndReason why) {}
