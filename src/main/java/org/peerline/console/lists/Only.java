package org.peerline.console.lists;

import java.util.Optional;
import java.util.UUID;

/**
 * What a list is narrowed down to: one request, by its reference.
 *
 * @param path of the list
 * @param typed as it was typed; empty when all of it is shown
 * @param request empty while nothing, or nothing that there is, was typed
 */
public record Only(String path, String typed, Optional<UUID> request) {
    public boolean everything() {
        return typed.isEmpty();
    }

    /** Whether there is no such request. */
    public boolean unknown() {
        return !typed.isEmpty() && request.isEmpty();
    }
}
