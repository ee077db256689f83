package org.peerline.console.requests;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peerline.access.Roles;
import org.peerline.console.Shell;

/**
 * What of a request's course its reader is told: coordinators everything, anybody else no more than what the API answers a
 * call handler, namely where the request stands, with whom and why, and its calls. A new event is coordinators' until it is
 * named here.
 */
final class ToldEvents {
    /** With the codes that explain them, which the API answers too. */
    private static final Set<String> EXPLAINED =
            Set.of("PEER_ASSIGNED", "REQUEST_CLOSED", "CALL_PROPOSED", "CALL_AGREED");

    private static final Set<String> BARE = Set.of(
            "REQUEST_OPENED",
            "DETAILS_SENT_AGAIN",
            "FIRST_TEXT_RELAYED",
            "FIRST_WORD_BY_PHONE",
            "FIRST_ANSWER_RELAYED",
            "ASSIGNMENT_ENDED",
            "CALL_DECLINED",
            "CALL_COUNTERED",
            "CALL_CANCELLED",
            "CALL_LAPSED",
            "CALL_HELD",
            "CALL_MISSED");

    private final boolean everything;

    private ToldEvents(boolean everything) {
        this.everything = everything;
    }

    static ToldEvents to(Shell w) {
        return new ToldEvents(w.may(Roles.COORDINATOR));
    }

    /** Whether texts owed and failed are among it. */
    boolean tellsTexts() {
        return everything;
    }

    /** Whether former peers are named; whose it is now everybody sees who sees the page. */
    boolean namesPeers() {
        return everything;
    }

    /** The only events that are told; empty for all of them. */
    Optional<String[]> only() {
        return everything
                ? Optional.empty()
                : Optional.of(Stream.concat(EXPLAINED.stream(), BARE.stream()).toArray(String[]::new));
    }

    /** Whether the reader is told why, by whom or how. */
    boolean explains(String event) {
        return everything || EXPLAINED.contains(event);
    }
}
