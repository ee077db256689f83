package org.peerline.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;

/** A table that nobody answers for would be left out of every export and every erasure. */
@PeerlineTest
class KeepersKnowEveryTableTest {
    /** Nothing about a person is in these; each with its reason. */
    private static final Set<String> OF_NOBODY = Set.of(
            "api_key", // staff and systems, by a name of their own making
            "audit_block", // hashes
            "audit_sealed", // ids
            "texts_of_day", // counts
            "employer_alias", // names of organisations
            "free_place", // a peer by id, for a moment
            "audit_event", // ids and codes; it outlives those whom it speaks of
            "erasure", // receipts, by id
            "flyway_schema_history",
            "keyset_proof",
            "index_proof",
            "legal_hold", // by id
            "staff_account", // members of staff, by an id of ours
            "person_key", // destroyed by the archive itself
            "retention_clock",
            "retention_run",
            "reconciliation", // times
            "sender_pace", // numbers of ours
            "sending_hold", // numbers of ours
            "simulator_clock");

    @Inject
    Keepers keepers;

    @Inject
    Jdbi jdbi;

    @Test
    void every_table_has_a_keeper_or_holds_nothing_about_anybody() {
        var unknown = new TreeSet<>(tables());
        keepers.inOrder().forEach(room -> unknown.removeAll(room.tables()));
        unknown.removeAll(OF_NOBODY);

        assertEquals(Set.of(), unknown, "tables that nobody answers for");
    }

    @Test
    void no_keeper_answers_for_a_table_that_is_not_there() {
        var named = new TreeSet<String>();
        keepers.inOrder().forEach(room -> named.addAll(room.tables()));
        named.removeAll(tables());

        assertEquals(Set.of(), named);
    }

    @Test
    void people_come_last_in_an_erasure() {
        List<Integer> places =
                keepers.inOrder().stream().map(room -> room.place()).toList();

        assertTrue(places.get(places.size() - 1) >= 90, "the person's own row is the last");
        assertEquals(places.stream().sorted().toList(), places);
    }

    private List<String> tables() {
        return jdbi.withHandle(handle -> handle.select(
                        "select table_name from information_schema.tables where table_schema = 'public'")
                .mapTo(String.class)
                .list());
    }
}
