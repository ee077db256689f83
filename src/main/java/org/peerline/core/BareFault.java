package org.peerline.core;

import java.sql.SQLException;

/**
 * A fault as a log may show it: the classes and the places, without the messages, because a message may quote what was
 * being read.
 */
public final class BareFault extends Exception {
    private static final long serialVersionUID = 1L;

    public BareFault(Throwable fault) {
        super(
                named(fault),
                fault.getCause() == null || fault.getCause() == fault ? null : new BareFault(fault.getCause()));
        setStackTrace(fault.getStackTrace());
    }

    private static String named(Throwable fault) {
        String name = fault.getClass().getName();
        return fault instanceof SQLException refused ? name + " (SQLState " + refused.getSQLState() + ")" : name;
    }
}
