package org.peerline.wording;

/** The languages that texts are written in: English and Welsh. */
public enum Language {
    EN,
    CY
}
