package org.peerline;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.peerline.testkit.TwoCopies;

/** For tests of faults that are really made: two copies of the delivered service, mended and idle before each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultsWorld {
    TwoCopies world;

    private final Map<String, String> settings;

    /** @param settings what both copies are told beside the usual */
    FaultsWorld(Map<String, String> settings) {
        this.settings = settings;
    }

    @BeforeAll
    void two_copies_run(@TempDir Path temporary) throws Exception {
        world = new TwoCopies(temporary.toRealPath(), copy -> settings);
    }

    @AfterAll
    void everything_ends() throws Exception {
        world.close();
    }

    @BeforeEach
    void both_copies_run_and_nothing_is_owed() throws Exception {
        world.run();
        world.settled();
        world.twilio().reset();
    }
}
