package org.peerline.access.signin;

import java.util.Optional;
import java.util.UUID;
import org.peerline.core.PhoneNumber;

/**
 * Knows who may sign in. Asked by {@link SignIn} when a code is requested and again when it is used; the room that keeps
 * the people answers. Empty means "nobody who may sign in now", whether unknown, paused for good or retired: callers
 * never learn which. An exception fails the request.
 */
public interface SignInDirectory {
    Optional<UUID> activePeerWith(PhoneNumber mobile);
}
