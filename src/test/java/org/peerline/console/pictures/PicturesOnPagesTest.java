package org.peerline.console.pictures;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** The page of figures: what it shows is what its files hold, and is counted from what really happened. */
@PeerlineTest
class PicturesOnPagesTest extends RestWorld {
    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);

    @Inject
    LoadByPeer load;

    @Inject
    Jdbi database;

    private ConsoleSession coordinator;

    @BeforeEach
    void coordinator() {
        coordinator = ConsoleSession.as(Role.COORDINATOR);
    }

    @Test
    void page_and_files_of_an_empty_programme_are_whole() {
        page().then().statusCode(200).body(containsString("Hours that nobody offers: 168 of 168."));
        assertEquals(12, file("times").size());
        assertEquals(30, file("waiting").size());
        assertEquals(168, file("coverage").size());
        assertEquals(0, file("load").size());
    }

    @Test
    void hours_of_the_days_on_which_everybody_is_away_are_gaps() {
        UUID amara = programme.peer(Samples.amara());
        LocalDate today = programme.now().atZone(ZoneId.of("Europe/London")).toLocalDate();
        database.useHandle(handle -> handle.execute(
                "insert into peer_away (peer_id, starts_on, ends_on) values (?, ?, ?)", amara, today, today));
        page().then().body(containsString("Hours that nobody offers: 24 of 168."));
        assertEquals(
                24,
                file("coverage").stream().filter(row -> row.get(2).equals("0")).count());
    }

    @Test
    void numbers_beside_each_picture_are_those_of_its_file() {
        somethingHappens();
        String page = page().asString();
        List<List<String>> times = table(page, "times");
        List<List<String>> timesFile = file("times");
        for (int n = 0; n < timesFile.size(); n++) {
            List<String> shown = times.get(n);
            List<String> kept = timesFile.get(n);
            assertEquals(kept.get(1), shown.get(1), "assigned");
            assertEquals(kept.get(2), shown.get(2), "texted");
            assertEquals(kept.get(5), shown.get(5), "answered");
            for (int hours : new int[] {3, 4, 6, 7}) {
                assertEquals(
                        kept.get(hours).isEmpty()
                                ? "–"
                                : String.format(Locale.ROOT, "%.1f", Double.parseDouble(kept.get(hours))),
                        shown.get(hours));
            }
        }
        assertEquals(
                List.of("1", "1", "2.0", "2.0", "1", "0.5", "0.5"),
                times.get(11).subList(1, 8));

        assertEquals(
                file("waiting").stream().map(row -> row.get(1)).toList(),
                table(page, "waiting").stream().map(row -> row.get(1)).toList());
        assertEquals("1", file("waiting").get(29).get(1));

        assertEquals(
                file("load").stream()
                        .map(row -> row.get(0) + ": " + row.get(1) + " of " + row.get(2))
                        .toList(),
                table(page, "load").stream()
                        .skip(4) // how many have how much in use
                        .map(row -> row.get(0) + ": " + row.get(2))
                        .toList());
        assertEquals("Dr Amara N,1,1", String.join(",", file("load").get(0)));

        assertEquals(
                file("coverage").stream().map(row -> row.get(2)).toList(),
                table(page, "coverage").stream()
                        .flatMap(row -> row.subList(1, 25).stream())
                        .toList());
    }

    @Test
    void load_counts_who_takes_part_and_who_has_paused_with_requests_still_open() {
        UUID full = programme.peer(Samples.withCapacity(Samples.amara(), 1));
        opens(Samples.sam());
        UUID idle = programme.peer(named("Dr Idle I"));
        UUID paused = programme.peer(named("Dr Paused P"));
        UUID gone = programme.peer(named("Dr Gone G"));
        database.useHandle(handle -> {
            handle.execute("update peer set status = 'PAUSED', open_assignments = 2 where id = ?", paused);
            handle.execute("update peer set status = 'RETIRED' where id = ?", gone);
        });
        assertEquals(
                List.of(full, paused, idle),
                load.fullest(10).stream().map(LoadByPeer.Load::peer).toList());
        assertEquals(new LoadByPeer.Shares(1, 0, 1, 1), load.shares());
        database.useHandle(handle ->
                handle.execute("update peer set open_assignments = 0, status = 'PAUSED' where id = ?", paused));
        assertEquals(new LoadByPeer.Shares(1, 0, 0, 1), load.shares());
        assertEquals(
                List.of(full),
                load.fullest(1).stream().map(LoadByPeer.Load::peer).toList());
    }

    @Test
    void name_that_a_spreadsheet_would_run_is_text_in_the_file() {
        programme.peer(named("=HYPERLINK(\"http://127.0.0.1\";\"x\")"));
        String csv = get("load").asString();
        assertTrue(csv.contains("\"'=HYPERLINK(\"\"http://127.0.0.1\"\";\"\"x\"\")\",0,3"), csv);
        assertFalse(page().asString().contains("=HYPERLINK(\""), "escaped on the page");
    }

    @Test
    void whose_name_the_figures_show_is_on_record() {
        UUID amara = programme.peer(Samples.amara());
        page();
        get("load");
        assertEquals(2, reads(amara));
    }

    @Test
    void files_are_for_coordinators_and_kept_nowhere() {
        for (String file : List.of("times", "waiting", "load", "coverage")) {
            get(file)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/csv"))
                    .header("Cache-Control", equalTo("no-store"));
            ConsoleSession.as(Role.INTAKE)
                    .page()
                    .get("/console/pictures/" + file + ".csv")
                    .then()
                    .statusCode(403);
        }
    }

    /** Amara is full with one who texted after two hours and was answered in half an hour; another waits. */
    private void somethingHappens() {
        programme.peer(Samples.withCapacity(Samples.amara(), 1));
        opens(Samples.sam());
        opens(Samples.request("Alex Hughes", Samples.mobile().e164()));
        Instant now = programme.now();
        database.useHandle(
                handle -> handle.execute("update assignment set first_text_at = assigned_at + interval '2 hours',"
                        + " first_answer_at = assigned_at + interval '150 minutes'"));
        programme.timeIs(now.plusSeconds(4 * 3600));
        coordinator = ConsoleSession.as(Role.COORDINATOR); // the session before has been idle
        sam().receives("Dr Amara N");
    }

    private static PeerProfile named(String name) {
        return Samples.peer(
                name,
                "Some Body",
                Samples.mobile().e164(),
                Samples.mobile().e164().substring(6));
    }

    private Response page() {
        return coordinator.page().get("/console/pictures");
    }

    private Response get(String file) {
        return coordinator.page().get("/console/pictures/" + file + ".csv");
    }

    private List<List<String>> file(String name) {
        return get(name)
                .asString()
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    /** The cells of the body rows of all tables in the section with this heading. */
    private static List<List<String>> table(String page, String heading) {
        String section = page.substring(page.indexOf("id=\"" + heading + "\""));
        section = section.substring(0, section.indexOf("</section>"));
        var rows = new ArrayList<List<String>>();
        for (String body : section.split("<tbody>")) {
            if (body.contains("</tbody>")) {
                Matcher row = ROW.matcher(body.substring(0, body.indexOf("</tbody>")));
                while (row.find()) {
                    Matcher cell = CELL.matcher(row.group(1));
                    var cells = new ArrayList<String>();
                    while (cell.find()) {
                        cells.add(cell.group(1).replaceAll("<[^>]*>", ""));
                    }
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    private long reads(UUID peer) {
        return database.withHandle(handle -> handle.select(
                        "select count(*) from audit_event where action = 'PEER_READ' and subject_id = ?", peer)
                .mapTo(Long.class)
                .one());
    }
}
