package org.peerline.wording;

/** The language in which a person wishes to be written to: English or Welsh. */
public enum Language {
    EN,
    CY
}
