package org.peerline.sms.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A text that this replica alone may now send. While {@code sms} is {@code null} the text cannot be read any more: its
 * person has been erased.
 */
record Claimed(UUID id, String kind, int attempts, Instant expires, boolean optedOut, OutgoingSms sms) {}
