package org.peerline.audit.seal;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Identifier;
import org.peerline.core.Subject;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

@PeerlineTest
class SealAuditTest extends RestWorld {
    @Inject
    SealAudit seal;

    @Inject
    AuditVerification verification;

    @Inject
    Audit audit;

    @Inject
    Jdbi jdbi;

    private void write(int entries) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < entries; i++) {
                audit.record(Actor.SERVICE, "TRIED", Subject.of(Subject.Kind.PEER, Identifier.next()), null);
            }
        });
    }

    /** As somebody would who has the keys of the database itself. */
    private void asOwner(String statement) {
        jdbi.useTransaction(handle -> {
            handle.execute("set local session_replication_role = replica");
            handle.execute(statement);
        });
    }

    @Test
    void sealed_audit_holds() {
        write(3);
        seal.sealAll();
        write(2);
        seal.sealAll();

        var found = verification.verify();

        assertTrue(found.holds(), found.toString());
        assertEquals(5, found.events());
        assertEquals(0, found.notYet());
    }

    @Test
    void more_entries_than_one_block_takes_are_all_sealed() {
        write(5003);
        write(2);

        seal.sealAll();

        var found = verification.verify();
        assertTrue(found.holds(), found.toString());
        assertEquals(5005, found.events());
        assertTrue(found.blocks() >= 2);
    }

    @Test
    void changed_entry_shows() {
        write(3);
        seal.sealAll();

        asOwner("update audit_event set action = 'NOTHING' where id = (select max(id::text)::uuid from audit_event)");

        assertEquals(Optional.of(1L), verification.verify().firstBroken());
    }

    @Test
    void removed_entry_shows() {
        write(3);
        seal.sealAll();

        asOwner("delete from audit_event where id = (select max(id::text)::uuid from audit_event)");

        assertEquals(Optional.of(1L), verification.verify().firstBroken());
    }

    @Test
    void removed_block_shows() {
        write(1);
        seal.sealAll();
        write(1);
        seal.sealAll();
        write(1);
        seal.sealAll();

        asOwner("delete from audit_block where number = 2");

        assertEquals(Optional.of(3L), verification.verify().firstBroken());
    }

    @Test
    void entry_that_was_slipped_in_later_shows() {
        write(1);
        seal.sealAll();

        asOwner("insert into audit_event (id, at, actor_kind, action, subject_kind, subject_id, transaction)"
                + " select '" + Identifier.next() + "', at, 'SERVICE', 'FORGED', 'PEER', subject_id, transaction"
                + " from audit_event limit 1");

        var found = verification.verify();
        assertFalse(found.holds());
        assertEquals(1, found.slippedIn());
    }

    @Test
    void entry_that_was_slipped_in_as_if_a_block_held_it_shows() {
        write(1);
        seal.sealAll();
        UUID forged = Identifier.next();

        asOwner("insert into audit_event (id, at, actor_kind, action, subject_kind, subject_id, transaction)"
                + " select '" + forged + "', at, 'SERVICE', 'FORGED', 'PEER', subject_id, transaction"
                + " from audit_event limit 1");
        asOwner("insert into audit_sealed (event_id, block) values ('" + forged + "', 7)");

        assertFalse(verification.verify().holds());
    }

    @Test
    void entry_of_a_transaction_still_running_is_sealed_when_it_is_over_and_nothing_waits_meanwhile()
            throws InterruptedException, ExecutionException {
        var written = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var other = Executors.newSingleThreadExecutor();
        try {
            var slow = other.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                audit.record(Actor.SERVICE, "SLOW", Subject.of(Subject.Kind.PEER, UUID.randomUUID()), null);
                written.countDown();
                await(goOn);
            }));
            await(written);
            write(2);
            seal.sealAll();
            assertEquals(0, verification.verify().slippedIn());

            goOn.countDown();
            slow.get();
            seal.sealAll();

            var found = verification.verify();
            assertTrue(found.holds(), found.toString());
            assertEquals(3, found.events());
            assertEquals(0, found.notYet());
        } finally {
            goOn.countDown();
            other.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, java.util.concurrent.TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void audit_that_was_restored_into_a_new_cluster_is_sealed_on() {
        write(2);
        // What another cluster counted: its transactions are far ahead of this one's.
        asOwner("update audit_event set transaction = '900000000000'");
        asOwner("insert into audit_block (number, before_transaction, events, sealed_at, previous_hash, hash)"
                + " values (1, '900000000001', 0, now(), '\\x" + "00".repeat(32) + "', '\\x"
                + java.util.HexFormat.of().formatHex(new AuditChain(1, AuditChain.beginning()).hash()) + "')");
        write(3);

        seal.sealAll();

        var found = verification.verify();
        assertTrue(found.holds(), found.toString());
        assertEquals(5, found.events());
    }

    @Test
    void nobody_changes_or_removes_an_entry() {
        write(1);

        for (String change : new String[] {
            "update audit_event set action = 'NOTHING'",
            "delete from audit_event",
            "delete from audit_event where false",
            "update audit_block set events = 0",
            "delete from audit_sealed",
            "truncate audit_event",
            "truncate audit_block cascade",
            "truncate audit_sealed",
            "truncate peer, audit_event cascade"
        }) {
            assertThrows(
                    UnableToExecuteStatementException.class,
                    () -> jdbi.useHandle(handle -> handle.execute(change)),
                    change);
        }
    }

    @Test
    void auditor_verifies_and_reads_by_subject() {
        String peer = programme.peer(Samples.amara()).toString();
        ApiKeys.as(Role.COORDINATOR).get("/v1/peers/" + peer).then().statusCode(200);
        var auditor = ApiKeys.with(Role.AUDITOR);

        ApiKeys.bearer(auditor)
                .get("/v1/audit-events?subject=" + peer)
                .then()
                .statusCode(200)
                .body("items.action", equalTo(java.util.List.of("PEER_REGISTERED", "PEER_READ")))
                .body("items[1].actorRoles", equalTo("COORDINATOR"));
        ApiKeys.bearer(auditor)
                .get("/v1/audit-events/verification")
                .then()
                .statusCode(200)
                .body("holds", equalTo(true))
                .body("events", greaterThan(1));
        ApiKeys.bearer(auditor).get("/v1/audit-events?subject=Okafor").then().statusCode(400);
    }
}
