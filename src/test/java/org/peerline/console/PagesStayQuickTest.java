package org.peerline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.TableScans;

/**
 * What makes pages slow one day, held without a clock: no page reads a large table from end to end, and none asks the
 * database more often because a list is longer. The tables are filled by the scripts of the benchmark.
 */
@PeerlineTest
class PagesStayQuickTest extends RestWorld {
    private static final int OPEN = 60;
    private static final int ONCE_FOR_EACH_KIND = 5;

    private static final List<String> LARGE = List.of(
            "assignment",
            "audit_event",
            "call",
            "coordinator_task",
            "message",
            "person_key",
            "relay_place",
            "requester",
            "support_request");

    @Inject
    Jdbi database;

    @Inject
    SessionFactory hibernate;

    @Inject
    TableScans scans;

    @Test
    void no_page_gets_slower_with_the_years() throws Exception {
        String peer = "/console/roster/" + programme.peer(Samples.amara());
        String reference = opens(Samples.sam()).getString("reference");
        String request = "/console/requests/" + reference;
        List<String> pages = List.of(
                "/console",
                "/console/lanes",
                "/console/requests",
                "/console/requests?status=WAITING",
                "/console/requests?status=ASSIGNED",
                "/console/requests?status=CLOSED",
                request,
                request + "/timeline",
                "/console/intake",
                "/console/tasks",
                "/console/tasks/rows",
                "/console/calls",
                "/console/calls?view=day",
                "/console/calls/days",
                "/console/texts",
                "/console/texts?status=UNKNOWN",
                "/console/texts?reference=" + reference,
                "/console/roster?status=ACTIVE",
                peer,
                "/console/roster/rows?status=ACTIVE",
                peer + "/change",
                "/console/numbers",
                "/console/numbers/rows",
                "/console/numbers?reference=" + reference,
                "/console/request-lines?status=WAITING",
                "/console/requests?reference=" + reference,
                "/console/tasks?reference=" + reference,
                "/console/calls?reference=" + reference,
                "/console/roster?reference=" + reference,
                "/console/texts/rows",
                peer + "/requests",
                "/console/audit",
                "/console/audit/rows",
                "/console/audit?reference=" + reference,
                "/console/safety",
                "/console/pictures",
                "/console/pictures/times.csv",
                "/console/pictures/waiting.csv",
                "/console/pictures/load.csv",
                "/console/pictures/coverage.csv");
        ConsoleSession coordinator = ConsoleSession.as(Role.COORDINATOR, Role.AUDITOR, Role.SAFEGUARDING);
        var few = new LinkedHashMap<String, Long>();
        for (String page : pages) {
            coordinator.page().get(page);
            few.put(page, statements(() -> coordinator.page().get(page)));
        }

        years();
        var slow = new ArrayList<String>();
        for (String page : pages) {
            assertEquals(200, coordinator.page().get(page).statusCode(), page);
            Map<String, Long> before = scans.of(LARGE);
            long asked = statements(() -> coordinator.page().get(page));
            Map<String, Long> after = scans.of(LARGE);
            LARGE.stream()
                    .filter(table -> after.get(table) > before.get(table))
                    .forEach(table -> slow.add(page + " reads all of " + table));
            // A list that was empty is on record now, the keys of its people are looked up together: once for each kind
            // of what is shown, and not for each that is shown.
            if (asked > few.get(page) + ONCE_FOR_EACH_KIND) {
                slow.add(page + " asks " + asked + " times for many, " + few.get(page) + " for few");
            }
        }
        assertEquals(List.of(), slow);
    }

    private void years() throws Exception {
        for (int n = 0; n < OPEN; n++) {
            programme.peer(Samples.peer(
                    "Dr Robin A", "Robin Ashworth", Samples.mobile().e164(), "%07d".formatted(5_000_000 + n)));
        }
        String history = Files.readString(Path.of("bench/sql/history.sql"))
                .replace("{requests}", "4000")
                .replace("{each}", "4")
                .replace("{peers}", "500")
                .replace("{wrapping}", "null");
        String desk = Files.readString(Path.of("bench/sql/desk.sql")).replace("{open}", Integer.toString(OPEN));
        database.useHandle(handle -> {
            try (var statement = handle.getConnection().createStatement()) {
                statement.execute(history);
                statement.execute(desk);
            }
            assertTrue(
                    handle.select("select count(*) from assignment where status = 'OPEN'")
                                    .mapTo(Integer.class)
                                    .one()
                            > OPEN,
                    "the desk is full");
        });
    }

    /** How many statements are sent to the database meanwhile, by either library. */
    private long statements(Supplier<Response> look) {
        var counted = new AtomicLong();
        Statistics statistics = hibernate.getStatistics();
        SqlLogger before = database.getConfig(SqlStatements.class).getSqlLogger();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        database.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                counted.incrementAndGet();
            }
        });
        try {
            assertEquals(200, look.get().statusCode());
            return counted.get() + statistics.getPrepareStatementCount();
        } finally {
            database.setSqlLogger(before);
            statistics.setStatisticsEnabled(false);
        }
    }
}
