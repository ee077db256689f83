package org.peerline.access.signin;

import java.util.UUID;
import org.peerline.core.PhoneNumber;

/**
 * Takes a one-time code to its owner's phone. Called by {@link SignIn} within the transaction that stores the code, only
 * for a number that the directory knows. Promises that the text is owed once that transaction commits, and that the code
 * is written to no log; an exception takes the code back.
 */
public interface CodeDelivery {
    void deliver(UUID peerId, PhoneNumber to, String code);

    /**
     * Does the same work for a number that nobody has and leaves nothing behind, so that the time an answer takes tells
     * no more than the answer.
     */
    void rehearse(PhoneNumber to, String code);
}
