package org.peerline.core;

/** The two sides of an assignment. */
public enum Party {
    REQUESTER,
    PEER;

    public Party other() {
        return this == REQUESTER ? PEER : REQUESTER;
    }
}
