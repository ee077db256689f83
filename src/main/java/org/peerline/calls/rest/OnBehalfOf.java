package org.peerline.calls.rest;

/** For whom a call handler or a coordinator speaks; nobody speaks for a peer. */
public enum OnBehalfOf {
    REQUESTER
}
