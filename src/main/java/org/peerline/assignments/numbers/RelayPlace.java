package org.peerline.assignments.numbers;

import java.util.UUID;
import org.peerline.core.Party;

/**
 * Who a handset is, on a relay number: one side of one assignment.
 *
 * @param open whether the conversation is still going on
 */
public record RelayPlace(UUID assignmentId, Party party, boolean open) {}
