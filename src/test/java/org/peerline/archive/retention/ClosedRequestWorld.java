package org.peerline.archive.retention;

import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.peerline.tasks.Tasks;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** For tests of what goes when: a request that has just been closed, whose requester and peer have written. */
abstract class ClosedRequestWorld extends RestWorld {
    @Inject
    SweepRetention sweep;

    @Inject
    Jdbi jdbi;

    @Inject
    Tasks tasks;

    String peer;
    String requester;
    String request;

    @BeforeEach
    void a_request_that_was_closed() {
        peer = programme.peer(Samples.amara()).toString();
        Phone sam = sam();
        var opened = opens(Samples.sam());
        request = opened.getString("id");
        requester = opened.getString("requester.id");
        sam.receives("Amara");
        sam.replies("Hello Amara, things are hard at work");
        closes(request);
    }

    RetentionReceipt after(int days) {
        programme.timeIs(programme.now().plus(Duration.ofDays(days)).plusSeconds(60));
        return sweep.run(false);
    }

    long count(String query) {
        return jdbi.withHandle(handle -> handle.select(query).mapTo(Long.class).one());
    }
}
