package org.peerline.peers.rest.sheet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/** Every fault of a spreadsheet is named by row and column, all of them together, and nothing is taken in. */
@PeerlineTest
class FaultsInSheetsTest extends SheetWorld {
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
    void nothing_is_nobody() {
        send("").statusCode(400).body("violations[0].message", is("The file is empty."));
        send(HEADINGS).statusCode(400).body("violations[0].message", startsWith("The file has headings"));
    }
}
