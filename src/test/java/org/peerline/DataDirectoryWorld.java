package org.peerline;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests of the delivered service that start it several times over the same data directory, which is not there at first. */
abstract class DataDirectoryWorld {
    @TempDir
    Path temporary;

    Path data;

    @BeforeEach
    void name_a_directory_that_is_not_there_yet() throws IOException {
        data = temporary.toRealPath().resolve("data");
    }
}
