package org.peerline.tasks.rest;

import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** What coordinators have to look at, and what happens when they have. */
@PeerlineTest
class TasksTest extends RestWorld {
    private String key;
    private String reference;
    private String amara;
    private Phone sam;

    @BeforeEach
    void sam_has_a_peer() {
        key = ApiKeys.with(Role.COORDINATOR);
        amara = programme.peer(Samples.amara()).toString();
        reference = opens(Samples.sam()).getString("reference");
        sam = sam();
        sam.receives("Dr Amara N");
    }

    @Test
    void help_from_a_requester_is_one_task_however_often_it_is_texted() {
        sam.replies("HELP");
        sam.replies("help");

        open().body("items.size()", is(1))
                .body("items[0].kind", is("HELP_ASKED"))
                .body("items[0].subjectKind", is("REQUESTER"))
                .body("items[0].reference", is(reference))
                .body("items[0].times", is(2));
    }

    @Test
    void peer_who_asks_for_help_about_two_requesters_is_a_task_about_each() {
        sam.replies("Hello");
        Phone alex = phone("+447400200002");
        String second = opens(Samples.request("Alex Park", alex.number())).getString("reference");
        alex.receives("Dr Amara N");
        alex.replies("Hello");
        String aboutSam = sam.received().get(0).from();
        String aboutAlex = alex.received().get(0).from();
        for (String word : List.of("HELPME", "HELP")) {
            amara().texts(aboutSam, word).texts(aboutAlex, word).texts(aboutAlex, word);
        }

        for (String kind : List.of("SAFEGUARDING_WANTED", "HELP_ASKED")) {
            list("?kind=" + kind)
                    .body("items.reference", equalTo(List.of(reference, second)))
                    .body("items.times", equalTo(List.of(1, 2)))
                    .body("items.subjectKind", equalTo(List.of("PEER", "PEER")))
                    .body("items.subjectId", equalTo(List.of(amara, amara)));
        }
    }

    @Test
    void help_of_both_sides_is_a_task_about_each() {
        sam.replies("Hello");
        sam.replies("HELP");
        amara().texts(sam.received().get(0).from(), "HELP");

        list("?kind=HELP_ASKED").body("items.subjectKind", equalTo(List.of("REQUESTER", "PEER")));
    }

    @Test
    void crisis_of_somebody_known_on_a_number_that_stands_for_nobody_is_noted_with_them() {
        sam.texts(FakeTwilioResource.relayNumber(2), "I want to kill myself");
        sam.receives("This number could not take your text", "999");
        amara().texts(FakeTwilioResource.relayNumber(2), "I want to kill myself");
        phone("+447400900041").texts(FakeTwilioResource.relayNumber(2), "I want to kill myself");

        list("?kind=CRISIS_PHRASE")
                .body("items.subjectKind", equalTo(List.of("REQUEST", "PEER", "SERVICE")))
                .body("items[0].reference", is(reference));
    }

    @Test
    void done_task_leaves_the_list_and_the_next_one_is_new() {
        sam.replies("HELP");
        String first = open().extract().path("items[0].id");

        done(first).statusCode(200).body("status", is("DONE")).body("doneAt", notNullValue());
        done(first).statusCode(200);

        open().body("items", emptyIterable());
        list("?status=DONE").body("items.id", equalTo(List.of(first)));
        sam.replies("HELP");
        open().body("items[0].id", not(first)).body("items[0].times", is(1));
    }

    @Test
    void opt_out_is_a_task_until_the_person_opts_in_again() {
        sam.replies("STOP");
        list("?kind=OPTED_OUT").body("items.size()", is(1)).body("items[0].doneAt", nullValue());

        sam.replies("START");

        open().body("items", emptyIterable());
    }

    @Test
    void kind_that_is_none_is_named() {
        list("?kind=foo").statusCode(400).body("violations.field", equalTo(List.of("kind")));
    }

    @Test
    void task_that_is_none_is_not_found() {
        done("019ac2a1-6b52-7e69-8c14-2a7f9d3e5b60").statusCode(404);
    }

    private ValidatableResponse open() {
        return list("").statusCode(200);
    }

    private ValidatableResponse list(String query) {
        return ApiKeys.bearer(key)
                .filter(Contract.answersHeld())
                .get("/v1/tasks" + query)
                .then();
    }

    private ValidatableResponse done(String id) {
        return ApiKeys.bearer(key)
                .filter(Contract.answersHeld())
                .post("/v1/tasks/" + id + "/done")
                .then();
    }
}
