package org.peerline.access.signin;

import java.time.Instant;
import java.util.UUID;
import org.peerline.access.Token;

/** What came of a code. */
public sealed interface SignInOutcome {
    /** The only moment at which the token's text is known. */
    record SignedIn(UUID sessionId, Token token, Instant expiresAt, UUID peerId) implements SignInOutcome {}

    /** Wrong, used, expired or guessed too often, or nobody's number: one answer for all. */
    record NotSignedIn() implements SignInOutcome {}
}
