package org.peerline.peers.employers;

import java.time.Instant;
import java.util.UUID;

/** Another name by which an employer is known: names of organisations, never of people. */
public record EmployerAlias(UUID id, Instant createdAt, String alias, String employer) {}
