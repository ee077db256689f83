package org.peerline.contract;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.restassured.response.Response;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/**
 * Whoever is shown somebody by a page leaves an entry in the audit, as behind the other doors. The pages are found in the
 * code, in a world with people in it: a new one fails until it leaves one, or is said to tell nothing about anybody.
 */
@PeerlineTest
class ReadsOnPagesTest extends OneConversation {
    /** Each with its reason. */
    private static final Map<String, String> NOTHING_PERSONAL = Map.ofEntries(
            entry("/console/find", "leads to a page that is on record"),
            entry("/console/roster/find", "the same"),
            entry("/console/roster/{id}/pause", "the same"),
            entry("/console/roster/{id}/retire", "the same"),
            entry("/console/mine/requests", "the reader's own, as beside it"),
            entry("/console/intake", "an empty form"),
            entry("/console/roster/new", "an empty form"),
            entry("/console/roster/import", "an empty form"),
            entry("/console/keys", "staff and systems, by a name of their own making"),
            entry("/console/keys/rows", "the same"),
            entry("/console/mine", "the reader's own; what is behind it is on record"),
            entry("/console/numbers", "numbers of ours, and counts"),
            entry("/console/numbers/rows", "the same"),
            entry("/console/pictures/times.csv", "counts"),
            entry("/console/pictures/waiting.csv", "counts"),
            entry("/console/pictures/coverage.csv", "counts"));

    private ConsoleSession coordinator;
    private String reference;

    @BeforeEach
    void somebody_is_there() {
        somebody_is_in_touch_with_a_peer();
        coordinator = ConsoleSession.as(Role.COORDINATOR, Role.SAFEGUARDING, Role.AUDITOR);
        reference = one("select reference from support_request");
    }

    private static List<String> pages() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.peerline.console").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(GET.class))
                        .filter(method -> !method.isAnnotatedWith(PermitAll.class)
                                && !method.getOwner().isAnnotatedWith(PermitAll.class))
                        .map(ReadsOnPagesTest::path)
                        .filter(path -> path.equals("/console") || path.startsWith("/console/"))
                        .sorted()
                        .toList();
    }

    private static String path(JavaMethod method) {
        return method.getOwner().getAnnotationOfType(Path.class).value()
                + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    }

    private String filled(String page, String which) {
        return page.replaceFirst(
                        "\\{[^}]+}",
                        page.startsWith("/console/roster") || page.startsWith("/console/safety")
                                ? ids.get("peer")
                                : ids.get("request"))
                + which;
    }

    /** On the day of the call, where days are asked for. */
    private String day() {
        String startsAt = one("select to_char(starts_at at time zone 'Europe/London', 'YYYY-MM-DD') from call");
        return "?day=" + startsAt;
    }

    private long entries() {
        return Long.parseLong(one("select count(*)::text from audit_event where actor_kind = 'API_KEY'"));
    }

    @Test
    void whoever_is_shown_somebody_is_on_record() {
        List<String> pages = pages();
        assertTrue(pages.size() > 20, pages.toString());
        var faults = new ArrayList<String>();
        for (String page : pages) {
            if (!NOTHING_PERSONAL.containsKey(page)) {
                leavesAnEntry(filled(page, page.startsWith("/console/calls") ? day() : ""), faults);
            }
        }
        assertEquals(List.of(), faults);
        Set<String> gone = new HashSet<>(NOTHING_PERSONAL.keySet());
        pages.forEach(gone::remove);
        assertEquals(Set.of(), gone, "no pages any more");
    }

    @Test
    void list_that_is_narrowed_down_to_one_request_is_on_record_too() {
        var faults = new ArrayList<String>();
        for (String list : List.of(
                "/console/requests",
                "/console/request-lines",
                "/console/tasks",
                "/console/tasks/rows",
                "/console/calls",
                "/console/calls/days",
                "/console/texts",
                "/console/texts/rows",
                "/console/roster",
                "/console/roster/rows",
                "/console/numbers",
                "/console/numbers/rows",
                "/console/safety",
                "/console/safety/rows",
                "/console/audit",
                "/console/audit/rows")) {
            leavesAnEntry(list + "?reference=" + reference, faults);
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void peer_who_is_found_by_name_is_on_record() {
        long before = entries();
        Response found = coordinator.form().formParam("find", "Amara Nwosu").post("/console/roster/find");
        if (found.statusCode() == 303) {
            found = coordinator.page().get(found.header("Location").replaceFirst("^/base", ""));
        }
        assertEquals(200, found.statusCode());
        assertTrue(entries() > before);
    }

    @Test
    void part_that_shows_nothing_new_is_not_a_read() {
        String mark = coordinator
                .page()
                .get("/console/tasks")
                .asString()
                .split("Peerline-Live\":\"")[1]
                .split("\"")[0];
        long before = entries();
        coordinator
                .page()
                .header("Peerline-Live", mark)
                .get("/console/tasks/rows")
                .then()
                .statusCode(204);
        assertEquals(before, entries());
    }

    @Test
    void rows_that_have_only_grown_older_are_shown_and_are_not_read_again() {
        for (String list : List.of("/console/requests /console/request-lines", "/console/tasks /console/tasks/rows")) {
            String page = list.split(" ")[0];
            String part = list.split(" ")[1];
            String mark = coordinator
                    .page()
                    .get(page)
                    .asString()
                    .split("Peerline-Live\":\"")[1]
                    .split("\"")[0];
            programme.timeIs(programme.now().plus(Duration.ofMinutes(10)));
            long before = entries();
            coordinator.page().header("Peerline-Live", mark).get(part).then().statusCode(200);
            assertEquals(before, entries(), part);
        }
    }

    @Test
    void timeline_is_a_read_by_itself_whoever_opened_the_page_or_did_not() {
        String page = "/console/requests/" + reference;
        List<String> reads = readsOf(() -> coordinator.live().get(page + "/timeline"));
        assertEquals(List.of("CALL_READ", "REQUEST_READ", "TASK_READ"), reads);
        String mark = markOf(page);
        assertEquals(
                List.of(),
                readsOf(() -> coordinator.page().header("Peerline-Live", mark).get(page + "/timeline")));
    }

    @Test
    void first_page_is_a_read_of_the_calls_texts_and_tasks_on_it_and_of_nothing_that_has_been_seen() {
        jdbi.useHandle(handle -> handle.createUpdate("update call set starts_at = :today")
                .bind("today", programme.now().plusSeconds(60))
                .execute());
        assertEquals(
                List.of("CALL_READ", "MESSAGE_READ", "TASK_READ"),
                readsOf(() -> coordinator.page().get("/console")));

        String mark = markOf("/console");
        opens(Samples.request("Alex Park", "+447400200002"));
        assertEquals(List.of(), readsOf(() -> {
            Response shown = coordinator.page().header("Peerline-Live", mark).get("/console/lanes");
            assertEquals(200, shown.statusCode(), "somebody waits for a first text");
            return shown;
        }));
    }

    private String markOf(String page) {
        return coordinator
                .page()
                .get(page)
                .asString()
                .split("Peerline-Live\":\"")[1]
                .split("\"")[0];
    }

    /** As the audit names what one look leaves there. */
    private List<String> readsOf(Supplier<Response> look) {
        String last = one("select coalesce(max(id::text), '') from audit_event");
        look.get();
        return jdbi.withHandle(handle -> handle.select(
                        "select distinct action from audit_event where id::text > ? and action like '%\\_READ' order by action",
                        last)
                .mapTo(String.class)
                .list());
    }

    private void leavesAnEntry(String page, List<String> faults) {
        long before = entries();
        Response answer = coordinator.page().get(page);
        if (answer.statusCode() != 200) {
            faults.add(page + " answered " + answer.statusCode());
        } else if (entries() == before) {
            faults.add(page + ": nobody is on record");
        }
    }
}
