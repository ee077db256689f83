package org.peerline.archive.retention;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What one sweep removed, or would remove.
 *
 * @param finishedAt null while it runs, or when its copy of the service ended under way: then the counts are of what it did,
 *     and the next goes on from there
 * @param counts rows by the names of the duties, and people forgotten; never whose
 */
public record RetentionReceipt(
        UUID id, Instant startedAt, Instant finishedAt, boolean dryRun, SortedMap<String, Long> counts) {}
