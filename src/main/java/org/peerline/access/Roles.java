package org.peerline.access;

/** The names of {@link Role} as constants, because an annotation cannot take an enum where it wants text. */
public final class Roles {
    public static final String ADMIN = "ADMIN";
    public static final String COORDINATOR = "COORDINATOR";
    public static final String INTAKE = "INTAKE";
    public static final String PEER = "PEER";
    public static final String SAFEGUARDING = "SAFEGUARDING";
    public static final String AUDITOR = "AUDITOR";

    private Roles() {}
}
