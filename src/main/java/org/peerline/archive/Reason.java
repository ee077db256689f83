package org.peerline.archive;

/** Why somebody's data is taken out, or taken away; a code, so that no name gets into an address or the audit. */
public enum Reason {
    /** The person asked for it. */
    SUBJECT_REQUEST,
    /** A complaint is looked into. */
    COMPLAINT,
    /** A court, a regulator or another law asks for it. */
    LEGAL_DUTY,
    /** It should never have been here: a wrong number, a made-up person, a request opened twice. */
    HELD_IN_ERROR
}
