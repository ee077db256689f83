package org.peerline.archive.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.peerline.access.Role;
import org.peerline.core.Party;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Whoever takes a copy of what is held about them learns nothing that the other one did about themselves. */
@PeerlineTest
class SidesOfACopyTest extends RestWorld {
    private static final String LEAD = "+447400900999";

    private String requester;
    private String peer;
    private Phone sam;
    private Phone amara;

    @BeforeEach
    void a_conversation() {
        sam = sam();
        amara = amara();
        peer = programme.peer(Samples.amara()).toString();
        requester = opens(Samples.sam()).getString("requester.id");
        sam.receives("Amara");
    }

    private void they_talk() {
        sam.replies("Hello Amara");
        amara.receives("Hello Amara");
        amara.replies("Hello Sam");
        sam.receives("Hello Sam");
    }

    private Phone of(Party party) {
        return party == Party.PEER ? amara : sam;
    }

    /** Both what is held and who has seen it, as small letters. */
    private String copyOf(Party party, String words) {
        String path = party == Party.PEER ? "/v1/peers/" + peer : "/v1/requesters/" + requester;
        var coordinator = ApiKeys.as(Role.COORDINATOR);
        String copy = coordinator
                .get(path + "/export?reason=SUBJECT_REQUEST" + words)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String seen =
                coordinator.get(path + "/seen").then().statusCode(200).extract().asString();
        return (copy + seen).toLowerCase(Locale.ROOT);
    }

    private String copyOf(Party party) {
        return copyOf(party, "");
    }

    @Test
    void peers_cry_for_help_is_in_the_peers_copy_and_not_in_the_requesters() {
        they_talk();
        amara.replies("HELPME");
        phone(LEAD).receives("asks for the safeguarding lead");

        String sams = copyOf(Party.REQUESTER, "&words=INCLUDE");
        String amaras = copyOf(Party.PEER, "&words=INCLUDE");

        assertFalse(sams.contains("safeguarding") || sams.contains("helpme"), sams);
        assertFalse(sams.contains("before we knew whose it was"), sams);
        assertTrue(amaras.contains("asks for the safeguarding lead now"), amaras);
        assertTrue(amaras.contains("\"to\":\"the safeguarding lead on call\""), amaras);
        assertTrue(amaras.contains("a peer texted helpme"), amaras);
        assertTrue(amaras.contains("you asked for the safeguarding lead"), amaras);
    }

    @Test
    void nobody_reads_of_a_task_about_the_other_one_that_somebody_looked_at_it() {
        they_talk();
        amara.replies("HELPME");
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=SAFEGUARDING_WANTED")
                .then()
                .statusCode(200);

        assertFalse(copyOf(Party.REQUESTER).contains("looked at a task about you"));
        assertTrue(copyOf(Party.PEER).contains("looked at a task about you"));
    }

    @Test
    void text_to_a_strangers_handset_stays_in_the_copy_of_whoever_has_it() {
        sam.texts(FakeTwilioResource.SERVICE_NUMBER, "HELP");
        Phone alex = phone("+447400200002");
        alex.texts(FakeTwilioResource.SERVICE_NUMBER, "Hello, is anybody there?");
        String id = opens(Samples.request("Alex Park", alex.number())).getString("requester.id");

        String copy = ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requesters/" + id + "/export?reason=SUBJECT_REQUEST&words=INCLUDE")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertTrue(copy.contains("before we knew whose it was"), copy);
    }

    @ParameterizedTest
    @CsvSource({
        "PEER, I want to kill myself, crisis",
        "REQUESTER, I want to kill myself, crisis",
        "PEER, HELP, texted help",
        "REQUESTER, HELP, texted help",
        "PEER, Please stop texting me, without the exact word",
        "REQUESTER, Please stop texting me, without the exact word",
        "PEER, STOP, wants no more texts",
        "REQUESTER, STOP, wants no more texts",
    })
    void what_one_side_texts_of_itself_is_told_in_their_copy_only(Party writer, String text, String told) {
        they_talk();
        of(writer).replies(text);

        String theirs = copyOf(writer);
        String others = copyOf(writer.other());

        assertTrue(theirs.contains(told), theirs);
        for (String word :
                List.of("crisis", "help texted", "texted help", "exact word", "stopping", "no more texts", "opted")) {
            assertFalse(others.contains(word), word + " in " + others);
        }
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void task_that_both_sides_brought_about_is_in_both_copies_without_how_often(Party first) {
        they_talk();
        of(first).replies("I want to kill myself");
        of(first.other()).replies("I want to die");

        for (Party party : Party.values()) {
            String copy = copyOf(party);
            assertTrue(copy.contains("a text had a phrase of the crisis list"), copy);
            assertFalse(copy.contains("\"times\":2"), copy);
            // Once in the copy, and once in the trail.
            assertEquals(2, copy.split("you texted a phrase of the crisis list", -1).length - 1, copy);
        }
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void only_whoever_said_that_they_know_the_other_reads_it_in_their_copy(Party said) {
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", "+447400300002", "7000002"));
        they_talk();
        of(said).replies("I know this person");

        String theirs = copyOf(said);
        String others = copyOf(said.other());

        assertTrue(theirs.contains("\"ended because\":\"known_person\""), theirs);
        assertFalse(others.contains("known_person") || others.contains("known person"), others);
        assertTrue(
                others.contains(
                        said == Party.PEER
                                ? "\"ended because\":\"given_to_another_colleague\""
                                : "\"ended because\":\"closed\""),
                others);
        assertTrue(others.contains("a conversation of yours ended."), others);
    }

    @Test
    void new_peer_does_not_read_that_another_was_asked_before() {
        String ben = programme
                .peer(Samples.peer("Dr Ben T", "Ben Taylor", "+447400300002", "7000002"))
                .toString();
        they_talk();
        sam.replies("I know this person");

        String seen = ApiKeys.as(Role.COORDINATOR)
                .get("/v1/peers/" + ben + "/seen")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertTrue(seen.contains("You were put in touch with a colleague."), seen);
        assertFalse(seen.contains("The colleague you support"), seen);
    }

    @Test
    void why_a_text_did_not_reach_the_others_phone_is_the_others() {
        they_talk();
        amara.replies("STOP");
        sam.replies("Are you there?");

        assertFalse(copyOf(Party.REQUESTER).contains("opted_out"));
    }
}
