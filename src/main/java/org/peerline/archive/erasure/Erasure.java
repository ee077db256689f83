package org.peerline.archive.erasure;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.peerline.core.Subject;

/**
 * The receipt of one erasure: that it happened and how much went, never what.
 *
 * @param removed how much, by the names of the parts
 * @param wrappingKeys the wrapping keys that existed then: a back-up from before, together with one of them, still opens
 * @param keysGoneAt when the last of them had left the keyset; empty as long as one is in it
 */
public record Erasure(
        UUID id,
        Subject person,
        Instant at,
        String reason,
        SortedMap<String, Integer> removed,
        Set<Integer> wrappingKeys,
        Optional<Instant> keysGoneAt) {}
