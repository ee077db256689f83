package org.peerline.calls.calendar;

import java.time.Instant;
import java.util.UUID;
import org.peerline.core.Reference;

/**
 * One entry of a calendar.
 *
 * @param id stays the same when the call is moved
 * @param sequence grows with each change
 */
public record CalendarEntry(
        UUID id, int sequence, Instant startsAt, boolean cancelled, Instant changedAt, Reference reference) {}
