package org.peerline.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The running service as a dialogue needs it: phones that text, a clock, a roster, a coordinator's list of tasks. */
interface Stage {
    /** The number of the safeguarding lead on call. */
    String ON_CALL = "+447400900999";

    /** A text on a phone. */
    record Received(String from, String body) {}

    /** Nobody on the roster who could be assigned, nobody waiting; Monday morning at ten. */
    void begin();

    /** A mobile number that no dialogue has used yet. */
    String newNumber();

    String serviceNumber();

    /** Puts somebody on the roster. */
    void peer(String number, String displayName, String fullName, String jobRole);

    /** The phone line opens a request. */
    void open(String number, String name, String jobRole, boolean neutral, String language);

    /** Sends a text; it has taken effect when this returns. */
    void text(String from, String to, String body);

    /** Everything on this phone, oldest first. */
    List<Received> on(String number);

    /** The same, once there are so many; what comes after a commit of somebody else's may take a moment. */
    default List<Received> on(String number, int atLeast) {
        return on(number);
    }

    void pass(Duration length);

    /** Sends a text whose answers have not gone out yet when this returns. */
    void textAhead(String from, String to, String body);

    Instant now();

    /** The kinds of the open tasks that were raised, or raised again, from this moment on. */
    List<String> tasksSince(Instant moment);

    /** The coordinator closes what is open. */
    void closeAll();
}
