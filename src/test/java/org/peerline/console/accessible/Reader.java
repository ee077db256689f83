package org.peerline.console.accessible;

/** Who has signed in. */
enum Reader {
    NOBODY,
    AUDITOR,
    CALL_HANDLER,
    COORDINATOR,
    ADMINISTRATOR,
    PEER
}
