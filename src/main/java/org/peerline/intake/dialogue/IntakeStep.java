package org.peerline.intake.dialogue;

/** What is asked, one a text. */
public enum IntakeStep {
    NAME,
    DATE_OF_BIRTH,
    JOB_ROLE,
    ADDRESS,
    /** Only to somebody who comes back and whose peer is still there. */
    SAME_OR_NEW,
    AVOID
}
