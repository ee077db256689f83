package org.peerline.conversation.calling;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What one number in the answer to a {@link CallQuestion} stands for.
 *
 * @param shown the time that the person chooses by
 * @param call the call that starts then; empty when only a time is chosen
 * @param moveTo where that call is to be moved
 */
record CallChoice(Instant shown, Optional<UUID> call, Optional<Instant> moveTo) {
    private static final String NONE = "-";

    static CallChoice time(Instant shown) {
        return new CallChoice(shown, Optional.empty(), Optional.empty());
    }

    String code() {
        return shown + " " + call.map(UUID::toString).orElse(NONE) + " "
                + moveTo.map(Instant::toString).orElse(NONE);
    }

    static CallChoice of(String code) {
        String[] parts = code.split(" ");
        return new CallChoice(
                Instant.parse(parts[0]),
                Optional.of(parts[1]).filter(part -> !part.equals(NONE)).map(UUID::fromString),
                Optional.of(parts[2]).filter(part -> !part.equals(NONE)).map(Instant::parse));
    }
}
