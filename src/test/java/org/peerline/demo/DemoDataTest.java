package org.peerline.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** What the demo data command makes, in small. */
@PeerlineTest
class DemoDataTest extends RestWorld {
    @Inject
    DemoData data;

    @Inject
    RealPeople realPeople;

    @Inject
    Jdbi jdbi;

    private long count(String what) {
        return jdbi.withHandle(handle ->
                handle.select("select count(*) from " + what).mapTo(Long.class).one());
    }

    @Test
    void past_and_queue_are_made_to_size_and_the_service_works_on() {
        var told = new ArrayList<String>();
        data.make(new DemoSize(300, 500, 20), told::add);

        assertEquals(300, count("peer"));
        assertEquals(500, count("support_request where status = 'CLOSED'"));
        assertEquals(500, count("assignment where status = 'ENDED'"));
        assertEquals(1000, count("relay_place where released_at is not null"));
        assertEquals(20, count("support_request where status = 'WAITING'"));
        assertEquals(4, told.size());
        assertEquals(
                0,
                count("(select id, created_at, lag(created_at) over (order by id) as before from support_request"
                        + " where status = 'CLOSED') past where date_trunc('milliseconds', before)"
                        + " > date_trunc('milliseconds', created_at)"),
                "lists by id are lists by time");
        assertEquals(500, count("assignment where assigned_at < first_text_at and first_text_at < first_answer_at"));

        var opened = opens(Samples.sam());
        assertEquals("ASSIGNED", opened.getString("status"));
        sam().receives("Dr ");
        assertEquals(20, count("support_request where status = 'WAITING'"));
    }

    @Test
    void database_in_which_somebody_may_be_real_is_refused() {
        // The tests run with the gateway that sends; that alone is enough.
        Optional<String> why = realPeople.why();
        assertTrue(why.orElseThrow().contains("sends real texts"));
    }
}
