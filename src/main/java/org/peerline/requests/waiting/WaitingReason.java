package org.peerline.requests.waiting;

/** Why a request has no peer yet. */
public enum WaitingReason {
    NOBODY_AVAILABLE,
    ALL_AT_CAPACITY,
    ALL_EXCLUDED,
    NO_RELAY_NUMBER
}
