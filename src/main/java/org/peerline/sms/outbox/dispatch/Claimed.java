package org.peerline.sms.outbox.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.peerline.sms.outbox.gateway.OutgoingSms;

/**
 * A text that this replica alone may now send. While {@code sms} is {@code null} the text cannot be read any more: its
 * person has been erased.
 */
record Claimed(UUID id, String kind, int attempts, Instant expires, boolean optedOut, OutgoingSms sms) {}
