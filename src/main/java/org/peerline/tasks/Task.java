package org.peerline.tasks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerline.core.Subject;

/**
 * Something that a person has to look at.
 *
 * @param subject what it is about; where somebody asks for help it is that person
 * @param request the request it belongs to, with its reference, where there is one
 * @param raisedAt when it was first noticed
 * @param times how often it was noticed since
 * @param doneAt when somebody, or the service itself, settled it
 */
public record Task(
        UUID id,
        TaskKind kind,
        Subject subject,
        Optional<UUID> request,
        Optional<String> reference,
        Instant raisedAt,
        Instant lastRaisedAt,
        int times,
        Optional<Instant> doneAt) {}
