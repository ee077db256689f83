package org.peerline.requests;

/** How a request ended. */
public enum Outcome {
    COMPLETED,
    NO_FIRST_TEXT,
    WITHDRAWN,
    OPTED_OUT,
    REFERRED_ON
}
