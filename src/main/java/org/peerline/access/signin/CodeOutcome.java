package org.peerline.access.signin;

import java.time.Duration;

/** What came of asking for a code; the same for a known and an unknown number. */
public sealed interface CodeOutcome {
    record Taken() implements CodeOutcome {}

    record TooOften(Duration pause) implements CodeOutcome {}
}
