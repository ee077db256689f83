package org.peerline.core;

/** As people describe themselves; UNDISCLOSED is an answer too. */
public enum Gender {
    FEMALE,
    MALE,
    NON_BINARY,
    OTHER,
    UNDISCLOSED
}
