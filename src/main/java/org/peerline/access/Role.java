package org.peerline.access;

/** What a caller may do. {@link Roles} has the same names for annotations. */
public enum Role {
    ADMIN,
    COORDINATOR,
    INTAKE,
    PEER,
    SAFEGUARDING,
    AUDITOR
}
