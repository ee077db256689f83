package org.peerline.journey;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.peerline.testkit.Phone;
import org.peerline.testkit.Samples;

/** Amara has Sam's request, and Ben is free to take it over. */
abstract class TwoPeersJourney extends Journey {
    static final String BENS_NUMBER = "+447400300002";

    String id;
    UUID ben;

    @BeforeEach
    void amara_has_sams_request_and_ben_is_free() {
        programme.peer(Samples.amara());
        id = opens(Samples.sam()).getString("id");
        sam().receives("Dr Amara N");
        ben = programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"));
    }

    Phone ben() {
        return phone(BENS_NUMBER);
    }
}
