package org.peerline.console.accessible;

/** Who has signed in. */
enum Reader {
    NOBODY,
    AUDITOR,
    CALL_HANDLER,
    COORDINATOR,
    SAFEGUARDING_LEAD,
    ADMINISTRATOR,
    PEER
}
