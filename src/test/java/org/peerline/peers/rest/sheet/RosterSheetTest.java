package org.peerline.peers.rest.sheet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

@PeerlineTest
class RosterSheetTest extends RestWorld {
    private static final String HEADINGS = "Display name,Full name,Mobile,GMC no,Role";
    private static final String AMARA = "Dr Amara N,Amara Nwosu,07400 300001,7000001,GP";
    private static final String BEN = "Dr Ben T,Ben Taylor,07400 300002,7000002,GP";

    @Inject
    Jdbi jdbi;

    private String key;

    @BeforeEach
    void coordinator() {
        key = ApiKeys.with(Role.COORDINATOR);
    }

    private ValidatableResponse send(String query, byte[] file) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .contentType("text/csv")
                .body(file)
                .post("/v1/peers/import" + query)
                .then();
    }

    private ValidatableResponse send(String... rows) {
        return send("", String.join("\n", rows).getBytes(StandardCharsets.UTF_8));
    }

    private String export() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .get("/v1/peers/export")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"roster.csv\"")
                .extract()
                .asString();
    }

    private long onTheRoster() {
        return rows().get("peer");
    }

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
    void every_bad_row_and_column_is_named_and_nothing_is_changed() {
        var before = rows();
        send(
                        HEADINGS + ",Hours,Capacity,Gender",
                        AMARA + ",,,",
                        "Dr Ben T,,07400 12,70000,GP,Funday 10:00-12:00,many,woman",
                        "Dr Eve S,Eve Smith,07400 300004,7000004,GP,Mon 10:00-12:00; Mon 11:00-13:00,0,")
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "row[3].fullName",
                                "row[3].mobileNumber",
                                "row[3].gmcNumber",
                                "row[3].availability",
                                "row[3].capacity",
                                "row[3].gender",
                                "row[4].availability[1]",
                                "row[4].capacity"));
        assertEquals(before, rows());
    }

    @Test
    void headings_that_are_unknown_missing_or_there_twice_are_named() {
        send("Name,Mobile,Mobile no,Membership number,Role", "x,y,z,1,GP")
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "row[1].mobileNumber",
                                "row[1].Membership number",
                                "row[1].displayName",
                                "row[1].gmcNumber",
                                "row[2].mobileNumber"));
        send(HEADINGS + ",", AMARA + ",a note").statusCode(400).body("violations.field", contains("row[2].column 6"));
    }

    @Test
    void same_person_twice_in_the_file_or_already_on_the_roster_is_named() {
        programme.peer(Samples.amara());
        send(HEADINGS, BEN, "Dr Ben X,Ben Taylor,+44 7400 300002,7000009,GP")
                .statusCode(400)
                .body("violations.field", contains("row[3].mobileNumber"))
                .body("violations[0].message", is("The same as in row 2."));
        send(HEADINGS, BEN, AMARA)
                .statusCode(400)
                .body("violations.field", contains("row[3].mobileNumber"))
                .body("violations[0].message", containsString("Another peer on the roster"));
        assertEquals(1, onTheRoster());
    }

    @Test
    void faults_of_headings_cells_roster_and_quotes_are_named_together() {
        programme.peer(Samples.amara());
        opens(Samples.sam());
        opens(Samples.request("Alex Reid", "+447400200002"));
        String id = ApiKeys.bearer(key).get("/v1/peers").path("items[0].id");
        send(
                        "Id,Notes," + HEADINGS + ",Capacity",
                        id + ",,Dr Amara N,Amara Nwosu,07400 300009,7000001,GP,1",
                        ",," + AMARA + ",2",
                        ",," + BEN + ",many",
                        ",,Dr Eve S,Eve Smith,07400 300004,7000004,GP,2",
                        ",,Dr Eva S,Eva Smith,07400 300004,70,GP,2",
                        ",,Dr Ann L,Ann Lee,07400 300005,7000004,GP,2",
                        ",,\"Dr Tom P\" ,Tom Price,07400 300006,7000006,GP,2",
                        ",,Dr No,No Body,1,1,GP,2")
                .statusCode(400)
                .body(
                        "violations.field",
                        contains(
                                "row[1].Notes",
                                "row[2].capacity",
                                "row[2].mobileNumber",
                                "row[3].gmcNumber",
                                "row[3].mobileNumber",
                                "row[4].capacity",
                                "row[6].gmcNumber",
                                "row[7].gmcNumber",
                                "row[8]"));
        assertEquals(1, onTheRoster());
    }

    @Test
    void what_is_too_much_to_read_is_counted() {
        var file = new StringBuilder(HEADINGS);
        for (int i = 0; i < 700; i++) {
            file.append("\nDr No %d,,07400 9%05d,8%06d,".formatted(i, i, i));
        }
        send(file.toString())
                .statusCode(400)
                .body("violations", hasSize(501))
                .body("violations[499].field", is("row[251].jobRole"))
                .body("violations[500].field", is(""))
                .body("violations[500].message", is("... and 900 more, in 450 rows. Correct these and send it again."));
    }

    @Test
    void roster_of_more_than_three_thousand_goes_out_and_comes_in_again() {
        var file = new StringBuilder(HEADINGS + ",Employers");
        for (int i = 0; i < 3_400; i++) {
            file.append("\nDr No %d,Nobody %d Nemo,07400 9%05d,8%06d,GP,Leeds Teaching Hospitals NHS Trust"
                    .formatted(i, i, i, i));
        }
        send(file.toString()).statusCode(200).body("created", is(3_400));
        String out = export();
        assertTrue(out.length() > 524_288, out.length() + " is longer than any other body may be");
        send("", out.getBytes(StandardCharsets.UTF_8)).statusCode(200).body("unchanged", is(3_400));
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
    void id_of_somebody_who_was_erased_is_refused_by_its_row() {
        send(HEADINGS, AMARA).statusCode(200);
        String id = ApiKeys.bearer(key).get("/v1/peers").path("items[0].id");
        ApiKeys.asAdmin()
                .delete("/v1/peers/" + id + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(200);
        send("Id," + HEADINGS, id + "," + AMARA)
                .statusCode(400)
                .body("violations.field", contains("row[2].id"))
                .body("violations[0].message", containsString("erased"));
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
    void capacity_below_what_is_open_is_named_and_no_other_row_is_taken_in() {
        programme.peer(Samples.amara());
        opens(Samples.sam());
        opens(Samples.request("Alex Reid", "+447400200002"));
        String file = export().replace(",3,10,", ",1,10,");
        send("", (file + ",Dr Ben T,Ben Taylor,07400 300002,7000002,GP").getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("violations.field", contains("row[2].capacity"));
        assertEquals(1, onTheRoster());
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
    void hundreds_of_rows_come_in_together() {
        var file = new StringBuilder(HEADINGS);
        for (int i = 0; i < 300; i++) {
            file.append("\nDr No %d,Nobody %d,07400 9%05d,8%06d,GP".formatted(i, i, i, i));
        }
        send(file.toString()).statusCode(200).body("created", is(300));
        assertEquals(300, onTheRoster());
    }

    @Test
    void file_is_sent_as_csv_by_a_coordinator() {
        ApiKeys.bearer(key).body("{}").post("/v1/peers/import").then().statusCode(415);
        key = ApiKeys.with(Role.INTAKE);
        send(HEADINGS, AMARA).statusCode(403);
        send("").statusCode(403);
    }

    @Test
    void nothing_is_nobody() {
        send("").statusCode(400).body("violations[0].message", is("The file is empty."));
        send(HEADINGS).statusCode(400).body("violations[0].message", startsWith("The file has headings"));
    }

    @Test
    void hundred_megabytes_are_refused_without_being_read() throws IOException {
        assertTrue(answerTo("Content-Length: 104857600", out -> {}).startsWith("HTTP/1.1 413"));
        // Said or not said: of what comes in pieces no more is read than may be.
        String answer = answerTo("Transfer-Encoding: chunked", out -> {
            byte[] piece = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < 100 * 16; sent++) {
                out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(piece);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        });
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertEquals(0, onTheRoster());
    }

    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** Over a socket, because no client sends a body that it is not going to send. */
    private String answerTo(String length, Body body) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/peers/import HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                            + "\r\nContent-Type: text/csv\r\n" + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            try {
                body.write(out);
            } catch (IOException closed) {
                // The service has stopped listening, as it should.
            }
            InputStream in = socket.getInputStream();
            byte[] answer = in.readNBytes(20);
            assertFalse(answer.length == 0, "no answer");
            return new String(answer, StandardCharsets.US_ASCII);
        }
    }
}
