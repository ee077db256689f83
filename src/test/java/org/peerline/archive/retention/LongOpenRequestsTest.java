package org.peerline.archive.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/** Nothing about a person is kept for ever because nobody closed their request. */
@PeerlineTest
class LongOpenRequestsTest extends ClosedRequestWorld {
    private static final String CLOSED = "open_requests_closed_after_the_longest_time";
    private static final int TWENTY_YEARS = 20 * 365 + 5;

    private String opensAnother() {
        var opened = opens(Samples.request("Alex Park", "+447400200002"));
        phone("+447400200002").receives("Amara").from();
        return opened.getString("requester.id");
    }

    private long open() {
        return count("select count(*) from support_request where status <> 'CLOSED'");
    }

    private RetentionReceipt dryRun() {
        return sweep.run(true);
    }

    @Test
    void open_request_is_closed_twenty_years_after_it_was_opened_and_forgotten_like_any_other() {
        opensAnother();
        phone("+447400200002").texts(phone("+447400200002").received().get(0).from(), "Hello");
        assertNull(after(TWENTY_YEARS - 2).counts().get(CLOSED));
        assertEquals(1, open());

        programme.timeIs(programme.now().plus(Duration.ofDays(2)));
        assertEquals(1, dryRun().counts().get(CLOSED));
        assertEquals(1, open());
        assertEquals(1, after(0).counts().get(CLOSED));
        programme.settle();

        assertEquals(0, open());
        assertEquals(
                1,
                count("select count(*) from audit_event where action = 'REQUEST_CLOSED' and actor_kind = 'SERVICE'"));
        after(366);
        assertEquals(0, count("select count(*) from requester where name is not null"));
        assertEquals(0, count("select count(*) from message where body is not null and author is not null"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void legal_hold_keeps_it_open(boolean holdsThePeer) {
        String alex = opensAnother();
        String who = holdsThePeer ? "/v1/peers/" + peer : "/v1/requesters/" + alex;
        ApiKeys.asAdmin()
                .put(who + "/legal-hold?reason=LEGAL_DUTY&also=NOBODY")
                .then()
                .statusCode(204);
        // Only what closes an open request by its age is looked at: a first text that never came closes it long before.
        jdbi.useHandle(handle -> handle.execute("update assignment set first_text_at = assigned_at,"
                + " first_answer_at = assigned_at where status = 'OPEN'"));

        assertNull(after(TWENTY_YEARS).counts().get(CLOSED));

        assertEquals(1, open());
    }
}
