package org.peerline.assignments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.core.Party;

class EndReasonTest {
    @ParameterizedTest
    @CsvSource({
        "CLOSED,       PEER,      CLOSED,                     CLOSED",
        "CLOSED,       REQUESTER, CLOSED,                     CLOSED",
        "CLOSED,       ,          CLOSED,                     CLOSED",
        "PASSED,       PEER,      GIVEN_TO_ANOTHER_COLLEAGUE, PASSED",
        "CHANGED,      REQUESTER, CHANGED,                    CLOSED",
        "REASSIGNED,   ,          GIVEN_TO_ANOTHER_COLLEAGUE, CLOSED",
        "KNOWN_PERSON, PEER,      GIVEN_TO_ANOTHER_COLLEAGUE, KNOWN_PERSON",
        "KNOWN_PERSON, REQUESTER, KNOWN_PERSON,               CLOSED",
        "KNOWN_PERSON, ,          GIVEN_TO_ANOTHER_COLLEAGUE, CLOSED",
        "PEER_LEFT,    ,          GIVEN_TO_ANOTHER_COLLEAGUE, CLOSED",
    })
    void each_side_reads_what_it_said_itself_and_nothing_that_the_other_did(
            EndReason reason, Party saidBy, String requesterReads, String peerReads) {
        assertEquals(requesterReads, reason.toldTo(Party.REQUESTER, Optional.ofNullable(saidBy)));
        assertEquals(peerReads, reason.toldTo(Party.PEER, Optional.ofNullable(saidBy)));
    }
}
