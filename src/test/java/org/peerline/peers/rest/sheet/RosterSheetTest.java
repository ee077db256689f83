package org.peerline.peers.rest.sheet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/** A spreadsheet comes in whole, goes out, and comes in again. */
@PeerlineTest
class RosterSheetTest extends SheetWorld {
    @Inject
    Jdbi jdbi;

    @Test
    void charitys_spreadsheet_comes_in_whole() {
        send(
                        "",
                        ("\uFEFFName;Display name;Mobile;GMC no;Role;Employers;Hours;Days away;Gender;Cap;Time zone\r\n"
                                        + "\"Nwosu, Amara\";Dr Amara N;=\"07400300001\";7000001;GP;\"Canal Street Surgery; Irwell"
                                        + " Valley NHS Foundation Trust\";Mon-Tue 18:00-21:30, Sat 22:00-02:00;24/12/2026 -"
                                        + " 2/1/2027;non-binary;4;Europe/Lisbon\r\n"
                                        + ";;;;;;;;;;\r\n"
                                        + "Siân Llwyd;Dr Siân Ll;+447400300003;7000003;Psychiatrist;;;;;;\r\n")
                                .getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("preview", is(false))
                .body("created", is(2))
                .body("rows.row", contains(2, 4))
                .body("rows.effect", contains("CREATED", "CREATED"));

        var roster = ApiKeys.bearer(key).get("/v1/peers").then();
        roster.body("items", hasSize(2))
                .body("items[0].employers", contains("Canal Street Surgery", "Irwell Valley NHS Foundation Trust"))
                .body("items[0].mobileNumber", is("+447400300001"))
                .body("items[0].availability.day", contains("MONDAY", "TUESDAY", "SATURDAY"))
                .body("items[0].availability[2].to", is("02:00"))
                .body("items[0].away[0].to", is("2027-01-02"))
                .body("items[0].gender", is("NON_BINARY"))
                .body("items[0].monthlyCap", is(4))
                .body("items[0].timeZone", is("Europe/Lisbon"))
                .body("items[1].displayName", is("Dr Siân Ll"));
    }

    @Test
    void preview_says_what_would_be_done_and_does_nothing() {
        var before = rows();
        send("?preview=true", (HEADINGS + "\n" + AMARA + "\n" + BEN).getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("preview", is(true))
                .body("created", is(2))
                .body("rows.peerId", contains((Object) null, null))
                .body("rows.displayName", contains("Dr Amara N", "Dr Ben T"));
        assertEquals(before, rows());
        send("?preview=true", "Name\nx".getBytes(StandardCharsets.UTF_8)).statusCode(400);
    }

    @Test
    void what_goes_out_comes_in_again_and_changes_nothing() {
        send(
                        HEADINGS + ",Hours,Days away,Employers,Region",
                        AMARA + ",Mon-Fri 18:00-21:30; Sat 22:00-02:00,2026-12-24 to 2027-01-02,A; =B(),=1+1",
                        BEN + ",,,,\"North, West\"")
                .statusCode(200);
        String file = export();
        assertTrue(file.startsWith("\uFEFFid,displayName,fullName"), file);
        assertTrue(file.contains("'=1+1"), "a formula is text");
        assertTrue(file.contains("A; '=B()"), "and so is one in a list");
        assertTrue(file.contains("'+447400300001"), "and so is a number");

        send("", file.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("created", is(0))
                .body("changed", is(0))
                .body("unchanged", is(2));
        send("", file.replace("Ben Taylor", "Benedict Taylor").getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("changed", is(1))
                .body("unchanged", is(1));
        assertEquals(2, onTheRoster());
        ApiKeys.bearer(key).get("/v1/peers").then().body("items.region", containsInAnyOrder("=1+1", "North, West"));
        int exported = jdbi.withHandle(handle -> handle.select(
                        "select count(*) from audit_event where action = 'PEER_EXPORTED' and subject_kind = 'PEER'")
                .mapTo(Integer.class)
                .one());
        assertEquals(2, exported);
    }

    @Test
    void roster_of_another_service_comes_in_as_it_is() {
        programme.peer(Samples.amara());
        String file = export();
        programme.reset();
        send("", file.getBytes(StandardCharsets.UTF_8)).statusCode(200).body("created", is(1));
    }

    @Test
    void those_who_wait_are_served_by_whoever_came_in() {
        String request = opens(Samples.sam()).getString("id");
        send(HEADINGS, AMARA).statusCode(200);
        programme.settle();
        ApiKeys.bearer(key)
                .get("/v1/requests/" + request)
                .then()
                .body("assignment.peer.displayName", equalTo("Dr Amara N"));
    }

    @Test
    void answers_have_the_form_of_their_examples() {
        String answer = RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .filter(Contract.answersHeld())
                .contentType("text/csv")
                .body(json("peers/importPeers-request").getBytes(StandardCharsets.UTF_8))
                .post("/v1/peers/import")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(Contract.form(Contract.example("peers/importPeers-response")), Contract.form(answer));
    }

    private static String json(String example) {
        return new io.restassured.path.json.JsonPath("{\"text\":" + Contract.example(example) + "}").getString("text");
    }

    @Test
    void file_is_sent_as_csv_by_a_coordinator() {
        ApiKeys.bearer(key).body("{}").post("/v1/peers/import").then().statusCode(415);
        key = ApiKeys.with(Role.INTAKE);
        send(HEADINGS, AMARA).statusCode(403);
        send("").statusCode(403);
    }
}
