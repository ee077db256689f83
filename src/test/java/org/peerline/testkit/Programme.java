package org.peerline.testkit;

import static java.util.stream.Collectors.joining;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.core.Clockwork;
import org.peerline.core.TimeSource;
import org.peerline.peers.RegisterPeer;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.sms.outbox.dispatch.OutboxDispatcher;

/** The programme as a known world: an empty roster, a settable time, and nothing that happens by itself. */
@ApplicationScoped
public class Programme {
    /** A Monday morning in winter time, long before any quiet hour. */
    public static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    private static final Set<String> KEPT = Set.of("flyway_schema_history", "keyset_proof", "index_proof", "api_key");

    private final Jdbi jdbi;
    private final TimeSource time;
    private final Clockwork clockwork;
    private final OutboxDispatcher dispatcher;
    private final RegisterPeer registerPeer;

    Programme(Jdbi jdbi, TimeSource time, Clockwork clockwork, OutboxDispatcher dispatcher, RegisterPeer registerPeer) {
        this.jdbi = jdbi;
        this.time = time;
        this.clockwork = clockwork;
        this.dispatcher = dispatcher;
        this.registerPeer = registerPeer;
    }

    /** Nobody on the roster, no request, no text; Monday morning. */
    public void reset() {
        String tables = jdbi.withHandle(handle -> handle
                .select("select table_name from information_schema.tables where table_schema = 'public'")
                .mapTo(String.class)
                .stream()
                .filter(table -> !KEPT.contains(table))
                .collect(joining(", ")));
        // The audit refuses to be emptied; an owner of the database who maintains it, as here, puts its triggers aside.
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    handle.execute("set local session_replication_role = replica");
                    handle.execute("truncate " + tables + " restart identity cascade");
                }));
        timeIs(MONDAY);
    }

    public void timeIs(Instant now) {
        time.moveTo(now);
    }

    /** Lets time pass, stopping at everything that falls due on the way, as time itself would. */
    public void pass(Duration length) {
        Instant end = time.now().plus(length);
        settle();
        for (var next = dueBefore(end); next.isPresent(); next = dueBefore(end)) {
            time.moveTo(next.get());
            settle();
        }
        time.moveTo(end);
        settle();
    }

    private Optional<Instant> dueBefore(Instant end) {
        return clockwork.outlook(time.now()).next().filter(due -> due.isBefore(end));
    }

    public Instant now() {
        return time.now();
    }

    /** Lets everything happen that is due now. */
    public void settle() {
        while (clockwork.runDue() + dispatcher.dispatchDue() > 0) {
            // What one piece of work owes may be due at once.
        }
    }

    /** One round of the dispatcher alone. */
    public int dispatch() {
        return dispatcher.dispatchDue();
    }

    /** Puts somebody on the roster; returns their id. */
    public UUID peer(PeerProfile profile) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((RegisterPeer.Outcome.Registered) registerPeer.register(profile, Actor.SERVICE))
                        .peer()
                        .id());
    }
}
