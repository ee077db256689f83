package org.peerline.console.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** However many requests there have been, the first screen reads the beginning of an index and no table from end to end. */
@PeerlineTest
class FirstScreenPlansTest extends RestWorld {
    private static final int MANY = 20_000;
    private static final List<String> LARGE =
            List.of("support_request", "assignment", "message", "call", "coordinator_task");

    @Inject
    Jdbi database;

    @Test
    void no_query_of_the_first_screen_reads_a_large_table_from_end_to_end() {
        UUID peer = programme.peer(Samples.amara());
        opens(Samples.sam());
        database.useHandle(handle -> {
            many(handle, peer);
            LARGE.forEach(table -> handle.execute("analyze " + table));
            var slow = new ArrayList<String>();
            for (String query : List.of(
                    WhoseMove.WAITING,
                    WhoseMove.NO_FIRST_TEXT,
                    WhoseMove.NO_ANSWER,
                    WhoseMove.CALLS,
                    WhoseMove.UNDELIVERED,
                    WhoseMove.SAFETY_FLAGS,
                    WhoseMove.TASKS)) {
                String rows = plan(handle, query + " limit " + WhoseMove.SHOWN);
                String count =
                        plan(handle, "select count(*) from (" + query + " limit " + WhoseMove.COUNTED + ") counted");
                assertTrue(rows.contains("Index"), rows);
                for (String table : LARGE) {
                    if ((rows + count).contains("Seq Scan on " + table + " ")) {
                        slow.add(table + ": " + query);
                    }
                }
            }
            assertEquals(List.of(), slow);
        });
    }

    private String plan(Handle handle, String query) {
        var explained = handle.createQuery("explain " + query);
        if (query.contains(":from")) {
            explained.bind("from", programme.now()).bind("to", programme.now().plus(Duration.ofDays(1)));
        }
        if (query.contains(":recent")) {
            explained
                    .bind("recent", IdTime.first(programme.now().minus(Duration.ofDays(14))))
                    .bind("since", programme.now().minus(Duration.ofDays(14)));
        }
        if (query.contains(":safety")) {
            explained.bind("safety", WhoseMove.safety());
        }
        return String.join("\n", explained.mapTo(String.class).list());
    }

    /** Finished requests, each with its assignment, a text, a call and a task, copied from the one that is there. */
    private static void many(Handle handle, UUID peer) {
        String ids = "overlay(md5(n::text || 'k') placing '7' from 13 for 1)::uuid";
        String past = "timestamptz '2024-01-01' + n * interval '1 hour'";
        String series = " from generate_series(1, " + MANY + ") n";
        String requester = "(select id from requester limit 1)";
        handle.execute("insert into support_request (id, version, created_at, reference, requester_id, number_key,"
                + " opened_through, status, outcome, closed_at, wish_same_peer, wish_musts, avoid_employer_keys, avoid_name_keys)"
                + " select " + ids.replace("'k'", "'r'") + ", 0, " + past
                + ", 'PS-' || lpad(upper(to_hex(n)), 6, '0'), "
                + requester + ", 'key', 'API', 'CLOSED', 'COMPLETED', " + past + ", false, '{}', '{}', '{}'" + series);
        handle.execute(
                "insert into assignment (id, version, request_id, requester_id, peer_id, relay_number, status, reasons,"
                        + " first_name_key, assigned_at, first_text_at, ended_at, end_reason) select "
                        + ids.replace("'k'", "'a'")
                        + ", 0, " + ids.replace("'k'", "'r'") + ", " + requester + ", '" + peer
                        + "', '+447400100001', 'ENDED', '{}', 'key', "
                        + past + ", " + past + ", " + past + ", 'CLOSED'" + series);
        handle.execute(
                "insert into message (id, assignment_id, request_id, kind, from_number, to_party, to_key, status,"
                        + " created_at, due_at, expires_at) select " + ids.replace("'k'", "'m'") + ", "
                        + ids.replace("'k'", "'a'") + ", "
                        + ids.replace("'k'", "'r'") + ", 'DETAILS', '+447400100001', 'REQUESTER', 'key', 'DELIVERED', "
                        + past + ", "
                        + past + ", " + past + series);
        handle.execute(
                "insert into call (id, version, assignment_id, proposed_by, proposed_at, starts_at, time_zone, status)"
                        + " select " + ids.replace("'k'", "'c'") + ", 0, " + ids.replace("'k'", "'a'") + ", 'PEER', "
                        + past + ", " + past
                        + ", 'Europe/London', 'HELD'" + series);
        handle.execute(
                "insert into coordinator_task (id, kind, subject_kind, subject_id, raised_at, last_raised_at, done_at)"
                        + " select " + ids.replace("'k'", "'t'") + ", 'HELP_ASKED', 'REQUESTER', "
                        + ids.replace("'k'", "'t'") + ", "
                        + past + ", " + past + ", " + past + series);
    }
}
