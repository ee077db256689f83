package org.peerline.console.pictures;

import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** For tests of what the pictures count: requests whose course is written down moment by moment. */
abstract class CoursesWorld extends RestWorld {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Inject
    Jdbi database;

    Courses courses;

    @BeforeEach
    void somebody_who_has_come_often() {
        UUID peer = programme.peer(Samples.amara());
        opens(Samples.sam());
        database.useHandle(handle -> handle.execute("delete from message; delete from relay_place;"
                + " delete from assignment; delete from support_request"));
        courses = new Courses(database, peer);
    }
}
