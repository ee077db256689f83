package org.peerline.console.audit;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Who saw what, for an auditor who reads no JSON. */
@PeerlineTest
class AuditOnPagesTest extends RestWorld {
    @Inject
    Jdbi database;

    private ConsoleSession auditor;
    private UUID amara;
    private String sams;
    private String alexs;

    @BeforeEach
    void two_requests_that_a_coordinator_has_looked_at() {
        amara = programme.peer(Samples.amara());
        sams = opens(Samples.sam()).getString("reference");
        alexs = opens(Samples.request("Alex Example", "+447400200002")).getString("reference");
        ConsoleSession coordinator = ConsoleSession.as(Role.COORDINATOR);
        coordinator.page().get("/console/requests/" + sams).then().statusCode(200);
        coordinator.page().get("/console/requests/" + alexs).then().statusCode(200);
        auditor = ConsoleSession.as(Role.AUDITOR);
    }

    @Test
    void who_saw_somebody_is_found_by_the_reference_of_their_request_and_names_nobody() {
        audit("?reference=" + sams.toLowerCase())
                .statusCode(200)
                .body(allOf(
                        containsString("Saw the name, number and role of a requester"),
                        containsString(requester(sams)),
                        containsString("Given to a peer"),
                        containsString("a key, coordinator"),
                        not(containsString(requester(alexs))),
                        not(containsString("Okafor")),
                        not(containsString("+447400"))));
    }

    @Test
    void entries_about_anything_are_found_by_its_id() {
        audit("?reference=" + amara).body(containsString("PEER_REGISTERED")).body(not(containsString("SIGNED_IN")));
        audit("?reference=" + UUID.randomUUID()).statusCode(200).body(containsString("There is nothing here"));
        audit("?reference=nothing").statusCode(200).body(containsString("it is not an id"));
    }

    @Test
    void newest_comes_first_and_older_ones_are_leafed_through_to_the_first() {
        database.useHandle(handle -> handle.execute(
                "insert into audit_event (id, at, actor_kind, action, subject_kind,"
                        + " subject_id) select ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,"
                        + " now() - interval '1 year', 'SERVICE', 'OLD_' || n, 'PEER', ? from generate_series(1, 120) n",
                amara));
        String first = audit("").extract().asString();
        assertTrue(first.indexOf("SIGNED_IN_TO_PAGES") < first.indexOf("PEER_ASSIGNED"));
        String page = first;
        int pages = 1;
        while (page.contains("id=\"next\"")) {
            String next = page.split("id=\"next\" href=\"/base")[1].split("\"")[0].replace("&amp;", "&");
            page = auditor.page().urlEncodingEnabled(false).get(next).asString();
            pages++;
        }
        assertTrue(pages > 2 && page.contains(">OLD_1<"), "the last of " + pages);
        String about = audit("?reference=" + amara).extract().asString();
        assertTrue(about.contains("id=\"next\"") && about.contains(">OLD_120<"));
    }

    @Test
    void looking_is_on_record_once_and_is_no_news_to_the_page_that_is_left_open() {
        String mark =
                audit("").extract().asString().split("Peerline-Live\":\"")[1].split("\"")[0];
        assertEquals(1, looks());
        lives(mark).statusCode(204);
        assertEquals(1, looks());
        opens(Samples.request("Jo Sample", "+447400200003"));
        String anew = lives(mark).statusCode(200).extract().asString();
        assertEquals(2, looks());
        assertFalse(anew.contains("Sample"));
        lives(anew.split("Peerline-Live\":\"")[1].split("\"")[0]).statusCode(204);
    }

    @Test
    void person_can_be_told_that_an_auditor_looked() {
        audit("?reference=" + sams).statusCode(200);
        assertEquals(
                "AUDITOR REQUEST",
                database.withHandle(handle -> handle.select(
                                "select actor_roles || ' ' || subject_kind from audit_event where action = 'AUDIT_READ'")
                        .mapTo(String.class)
                        .one()));
    }

    private ValidatableResponse audit(String query) {
        return auditor.page().get("/console/audit" + query).then();
    }

    private ValidatableResponse lives(String mark) {
        return auditor.page()
                .header("HX-Request", "true")
                .header("Peerline-Live", mark)
                .get("/console/audit/rows?reference=&cursor=")
                .then();
    }

    private long looks() {
        return database.withHandle(
                handle -> handle.select("select count(*) from audit_event where action = 'AUDIT_READ'")
                        .mapTo(Long.class)
                        .one());
    }

    private String requester(String reference) {
        return database.withHandle(
                handle -> handle.select("select requester_id::text from support_request where reference = ?", reference)
                        .mapTo(String.class)
                        .one());
    }
}
