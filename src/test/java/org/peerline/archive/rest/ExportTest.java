package org.peerline.archive.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.archive.retention.SweepRetention;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

@PeerlineTest
class ExportTest extends RestWorld {
    @Inject
    Jdbi jdbi;

    @Inject
    SweepRetention sweep;

    private String requester;
    private Phone sam;
    private Phone amara;
    private String peer;

    @BeforeEach
    void a_conversation() {
        sam = sam();
        amara = amara();
        peer = programme.peer(Samples.amara()).toString();
        var sent = Samples.sam();
        sent.put("employers", List.of("Bradford <Royal> Infirmary"));
        sent.put("avoid", Map.of("names", List.of("Peter Jones")));
        requester = opens(sent).getString("requester.id");
        sam.receives("Amara");
        sam.replies("Hello Amara, things are hard at work");
        amara.receives("things are hard");
        amara.replies("I am glad you wrote");
    }

    @Test
    void export_of_a_requester_holds_everything_but_the_words_of_conversations() {
        String text = export("/v1/requesters/" + requester + "/export?reason=SUBJECT_REQUEST");

        for (String held : List.of(
                "Sam Okafor",
                "+447400200001",
                "1 High Street",
                "Leeds",
                "LS1 1AA",
                "1994-05-17",
                "Foundation doctor",
                "Bradford <Royal> Infirmary",
                "Peter Jones",
                "PS-")) {
            assertTrue(text.contains(held), held + " is missing");
        }
        assertFalse(text.contains("things are hard"), "words are left out");
        assertTrue(text.contains("\"words are kept\":true"));
    }

    @Test
    void words_go_into_the_copy_only_when_asked_for_and_the_person_can_see_that() {
        String text = export("/v1/requesters/" + requester + "/export?reason=SUBJECT_REQUEST&words=INCLUDE");

        assertTrue(text.contains("things are hard at work"));
        assertTrue(text.contains("I am glad you wrote"));
        ApiKeys.as(Role.AUDITOR)
                .get("/v1/requesters/" + requester + "/seen")
                .then()
                .statusCode(200)
                .body(containsString(
                        "A coordinator (key \\\"Test of COORDINATOR\\\") took a copy of everything held about"
                                + " you, with the words of conversations, because you asked for it."));
    }

    @Test
    void export_of_a_peer_holds_their_entry() {
        String text = export("/v1/peers/" + peer + "/export?reason=SUBJECT_REQUEST");

        for (String held : List.of("Dr Amara N", "Amara Nwosu", "+447400300001", "7000001", "North West")) {
            assertTrue(text.contains(held), held + " is missing");
        }
        assertFalse(text.contains("Okafor"), "nothing of the other person");
    }

    @Test
    void copy_of_a_peer_holds_what_they_wrote_and_nothing_that_a_requester_wrote_or_is() {
        String text = export("/v1/peers/" + peer + "/export?reason=SUBJECT_REQUEST&words=INCLUDE");

        assertTrue(text.contains("I am glad you wrote"));
        assertFalse(text.contains("things are hard"), "written by the requester");
        assertFalse(text.contains("Sam"), "the requester's name, in texts of ours");
        assertFalse(text.contains("Foundation doctor"), "the requester's role");
        assertTrue(text.contains("left out: about the other person"));
        String page = ApiKeys.as(Role.COORDINATOR)
                .get("/v1/peers/" + peer + "/export/page?reason=SUBJECT_REQUEST&words=INCLUDE")
                .asString();
        assertTrue(page.contains("I am glad you wrote"));
        assertFalse(page.contains("things are hard"));
    }

    @Test
    void peer_takes_their_own_copy_with_what_they_wrote() {
        peer(Samples.AMARAS_NUMBER)
                .get("/v1/me/export")
                .then()
                .statusCode(200)
                .body(containsString("I am glad you wrote"))
                .body(not(containsString("things are hard")))
                .body(not(containsString("Sam")))
                .body("kind", equalTo("PEER"));
        peer(Samples.AMARAS_NUMBER).get("/v1/me/seen").then().statusCode(200).body(containsString("You signed in."));
    }

    @Test
    void page_that_a_peer_asked_for_is_in_the_peers_copy_and_not_in_the_requesters() {
        amara.replies("HELPME");

        String sams = export("/v1/requesters/" + requester + "/export?reason=SUBJECT_REQUEST&words=INCLUDE");
        String amaras = export("/v1/peers/" + peer + "/export?reason=SUBJECT_REQUEST&words=INCLUDE");

        assertFalse(sams.contains("asks for the safeguarding lead") || sams.contains("before we knew"), sams);
        assertTrue(amaras.contains("asks for the safeguarding lead now"), amaras);
        assertTrue(amaras.contains("\"to\":\"the safeguarding lead on call\""), amaras);
    }

    @Test
    void peer_is_not_told_why_somebody_asked_for_another() {
        sam.texts(sam.received().get(0).from(), "CHANGE");
        programme.settle();
        sam.texts(sam.received().get(0).from(), "YES");
        programme.settle();
        assertEquals(
                1L,
                jdbi.<Long, RuntimeException>withHandle(
                        handle -> handle.select("select count(*) from assignment where end_reason = 'CHANGED'")
                                .mapTo(Long.class)
                                .one()),
                "asked for another");

        peer(Samples.AMARAS_NUMBER)
                .get("/v1/me/export")
                .then()
                .statusCode(200)
                .body(containsString("I am glad you wrote"))
                .body(containsString("\"ended because\":\"CLOSED\""))
                .body(not(containsString("CHANGED")))
                .body(not(containsString("Your peer supporter is")))
                .body(not(containsString("\"written by\":\"us\",\"to\":\"the other person\"")));
        peer(Samples.AMARAS_NUMBER)
                .get("/v1/me/seen")
                .then()
                .statusCode(200)
                .body(containsString("A conversation of yours ended."))
                .body(not(containsString("The colleague you support ended")))
                .body(not(containsString("another peer")));
    }

    @Test
    void page_says_truly_whose_words_are_in_it() {
        var coordinator = ApiKeys.as(Role.COORDINATOR);
        String sams = coordinator
                .get("/v1/requesters/" + requester + "/export/page?reason=SUBJECT_REQUEST&words=INCLUDE")
                .asString();
        assertTrue(sams.contains("I am glad you wrote"));
        assertTrue(sams.contains("the other side&#39;s too") || sams.contains("the other side's too"), sams);
        assertFalse(sams.contains("What other people wrote"), sams);

        String amaras = coordinator
                .get("/v1/peers/" + peer + "/export/page?reason=SUBJECT_REQUEST&words=INCLUDE")
                .asString();
        assertTrue(amaras.contains("What other people wrote, or were told, is theirs and not in it."), amaras);
    }

    /** Whoever used the account of somebody else has to be found long after the session has gone. */
    @Test
    void sign_ins_stay_in_the_trail_when_the_sessions_are_gone() {
        tokenOf(Samples.AMARAS_NUMBER);
        programme.timeIs(programme.now().plus(Duration.ofDays(4)));
        sweep.run(false);
        assertEquals(
                0L,
                jdbi.<Long, RuntimeException>withHandle(handle -> handle.select("select count(*) from session")
                        .mapTo(Long.class)
                        .one()));

        ApiKeys.as(Role.AUDITOR)
                .get("/v1/peers/" + peer + "/seen")
                .then()
                .statusCode(200)
                .body(containsString("You signed in."));
    }

    @Test
    void page_is_readable_and_what_people_wrote_cannot_change_it() {
        String page = ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requesters/" + requester + "/export/page?reason=COMPLAINT")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();

        assertTrue(page.contains("<h1>What we hold about you</h1>"));
        assertTrue(page.contains("Bradford &lt;Royal&gt; Infirmary"), page);
        assertFalse(page.contains("<Royal>"));
    }

    @Test
    void export_without_a_reason_is_refused() {
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requesters/" + requester + "/export")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
    }

    @Test
    void nobody_of_that_kind_is_not_found() {
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requesters/" + peer + "/export?reason=COMPLAINT")
                .then()
                .statusCode(404);
    }

    private static String export(String path) {
        return ApiKeys.as(Role.COORDINATOR)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void export_changes_nothing_but_the_audit() {
        var coordinator = ApiKeys.as(Role.COORDINATOR);
        var before = rows();

        coordinator.get("/v1/requesters/" + requester + "/export?reason=SUBJECT_REQUEST");

        before.merge("audit_event", 1L, Long::sum);
        assertEquals(before, rows());
    }
}
